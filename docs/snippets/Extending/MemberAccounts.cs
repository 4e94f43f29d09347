using Invitations;

namespace Snippets.Extending;

#region account-directory
public sealed class MemberAccounts(Members members) : IAccountDirectory
{
    public ValueTask<IReadOnlyCollection<Account>> FindAsync(AccountQuery query, CancellationToken cancellationToken)
    {
        var found = members.All.Where(member => query.Emails.Contains(member.Email) || query.UserIds.Contains(member.UserId));
        return new([.. found.Select(member => new Account
        {
            UserId = member.UserId,
            Email = member.Email,
            IsMember = member.Tenant == query.Tenant,
        })]);
    }
}
#endregion
