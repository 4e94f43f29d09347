namespace Invitations;

internal sealed class SettingsSuccession : IInviterSuccession
{
    public ValueTask<Inviter?> FindSuccessorAsync(InviterSuccessionContext context, CancellationToken cancellationToken) =>
        new(context.Settings.Authority.Successor is { } userId ? new Inviter(userId) : null);
}
