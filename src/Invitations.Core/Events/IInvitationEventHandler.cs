namespace Invitations;

/// <summary>Is told of what happened to invitations, after the commit.</summary>
/// <remarks>
/// Called once a commit, in process, by whoever made the change; an exception is logged and changes nothing, and nobody calls again.
/// What must not be lost belongs into the transaction instead (see <see cref="IInvitationAcceptanceHandler"/>).
/// </remarks>
public interface IInvitationEventHandler
{
    /// <summary>Handles the events of one commit.</summary>
    /// <param name="context">The events.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken);
}
