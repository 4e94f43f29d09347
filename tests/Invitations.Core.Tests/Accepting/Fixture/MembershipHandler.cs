namespace Invitations.Tests.Accepting.Fixture;

internal sealed class MembershipHandler(Memberships memberships) : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken) => memberships.AnswerAsync(context);
}
