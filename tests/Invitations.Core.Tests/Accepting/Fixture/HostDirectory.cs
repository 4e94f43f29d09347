namespace Invitations.Tests.Accepting.Fixture;

/// <summary>What the host says about its users now: who may do what, who has an account.</summary>
internal sealed class HostDirectory : IInviterAuthorityProvider, IAccountDirectory
{
    public Dictionary<string, InviterAuthority> Authorities { get; } = new(StringComparer.Ordinal);

    public List<Account> Accounts { get; } = [];

    public ValueTask<InviterAuthority?> GetAuthorityAsync(InviterAuthorityContext context, CancellationToken cancellationToken) =>
        new(Authorities.GetValueOrDefault(context.UserId));

    public ValueTask<IReadOnlyCollection<Account>> FindAsync(AccountQuery query, CancellationToken cancellationToken) => new([
        .. Accounts.Where(account =>
            query.Emails.Contains(account.Email) || query.Phones.Contains(account.Phone)
            || query.UserIds.Contains(account.UserId) || query.EmployeeIds.Contains(account.EmployeeId)),
    ]);
}
