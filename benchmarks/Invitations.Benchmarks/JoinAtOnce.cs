namespace Invitations.Benchmarks;

internal sealed class JoinAtOnce : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AcceptanceOutcome.Joined(context.Acceptor.UserId!));
}
