namespace Invitations.Tests.Hosting;

/// <summary>The accounts of a host, the same in every tenant.</summary>
internal sealed class FakeAccounts(params IReadOnlyList<Account> accounts) : IAccountDirectory
{
    public IReadOnlyList<Account> Accounts { get; set; } = accounts;

    public List<AccountQuery> Queries { get; } = [];

    public ValueTask<IReadOnlyCollection<Account>> FindAsync(AccountQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        return new([.. Accounts.Where(account => Matches(account, query))]);
    }

    private static bool Matches(Account account, AccountQuery query) =>
        (account.Email is { } email && query.Emails.Contains(email, StringComparer.OrdinalIgnoreCase))
        || (account.Phone is { } phone && query.Phones.Contains(phone))
        || (account.EmployeeId is { } employeeId && query.EmployeeIds.Contains(employeeId, StringComparer.OrdinalIgnoreCase))
        || query.UserIds.Contains(account.UserId);
}
