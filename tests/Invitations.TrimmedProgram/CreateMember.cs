namespace Invitations.TrimmedProgram;

/// <summary>The host's handler: every invited person becomes the member of that name.</summary>
internal sealed class CreateMember : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AcceptanceOutcome.Joined(context.Acceptor.UserId ?? "new-user"));
}
