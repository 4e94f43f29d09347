namespace Invitations.EntityFramework.Worker;

internal sealed class AddMembership(WorkerContext context) : IInvitationAcceptanceHandler
{
    public async ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext acceptance, CancellationToken cancellationToken)
    {
        var userId = acceptance.Acceptor.UserId!;
        context.Memberships.Add(new() { InvitationId = acceptance.Invitation.Id, UserId = userId });
        await context.SaveChangesAsync(cancellationToken);
        return AcceptanceOutcome.Joined(userId);
    }
}
