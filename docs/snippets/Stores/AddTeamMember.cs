using Invitations;

namespace Snippets.Stores;

#region ef-handler
public sealed class AddTeamMember(AppDbContext database) : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var userId = context.Acceptor.UserId ?? Guid.NewGuid().ToString("N");
        database.Members.Add(new() { Id = Guid.NewGuid(), Tenant = context.Invitation.Tenant.Value, UserId = userId });
        return ValueTask.FromResult(AcceptanceOutcome.Joined(userId));   // saved with the claim
    }
}
#endregion
