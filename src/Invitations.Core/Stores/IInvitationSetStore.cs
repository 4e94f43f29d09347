namespace Invitations.Stores;

/// <summary>Does one thing to a whole set of invitations, with their deliveries and their trail, in one call.</summary>
/// <remarks>
/// Each invitation is judged alone, by tenant and version: what has changed since it was read is left out, and the others go on. A call is one
/// transaction, and a few statements whatever the size of the set. Of several callers with the same expectation exactly one wins each row.
/// </remarks>
public interface IInvitationSetStore
{
    /// <summary>
    /// Ends invitations: the status, ended at <see cref="InvitationSet.At"/>, without a reminder, one version on, their keys free. Cancels their waiting
    /// deliveries and appends their entries. Whether the status may follow is judged above the store; the version stands for it.
    /// </summary>
    /// <param name="invitations">Which.</param>
    /// <param name="status">The status they get, not an open one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that ended, in any order.</returns>
    Task<IReadOnlyCollection<Guid>> EndAsync(InvitationSet invitations, InvitationStatus status, CancellationToken cancellationToken);

    /// <summary>Deletes invitations with their deliveries, and appends their entries: the trail stays. An id that was deleted is unknown from then on.</summary>
    /// <param name="invitations">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that were deleted, in any order.</returns>
    Task<IReadOnlyCollection<Guid>> DeleteAsync(InvitationSet invitations, CancellationToken cancellationToken);

    /// <summary>
    /// Makes invitations that have ended anonymous, as <see cref="Invitation.Anonymized"/> says, one version on. One that is open or anonymous already is
    /// left out. Their deliveries lose <see cref="Delivery.ProviderMessageId"/> and <see cref="Delivery.LastError"/>. Appends their entries.
    /// </summary>
    /// <param name="invitations">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that were made anonymous, in any order.</returns>
    Task<IReadOnlyCollection<Guid>> AnonymizeAsync(InvitationSet invitations, CancellationToken cancellationToken);
}
