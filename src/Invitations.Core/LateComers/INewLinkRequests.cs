namespace Invitations;

/// <summary>Lets somebody whose link has expired ask for a new one.</summary>
/// <remarks>
/// Nothing is issued: the trail records it, and event handlers get <see cref="InvitationEventKind.NewLinkRequested"/> with the invitation and so its
/// inviter, who may reinvite. Told once in <see cref="LateComerSettings.Cooldown"/>, on all nodes.
/// </remarks>
public interface INewLinkRequests
{
    /// <summary>Asks for a new link. The page says the same whatever comes back.</summary>
    /// <param name="secret">The token (a string converts) or the code that has expired.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<NewLinkResult> AskAsync(InvitationSecret secret, CancellationToken cancellationToken = default);
}
