namespace Invitations;

/// <summary>Where a batch is in its life.</summary>
public enum InvitationBatchStatus
{
    /// <summary>Its rows are still coming in. Nobody sees it, and nothing of it can be sent.</summary>
    Staging,

    /// <summary>Complete, with rows that wait to be sent. Some may have been sent already (see <see cref="InvitationBatch.Counts"/>).</summary>
    Staged,

    /// <summary>Will be sent at <see cref="InvitationBatch.SendAt"/>.</summary>
    Scheduled,

    /// <summary>Being sent just now, or cut off while it was: then it goes on by itself.</summary>
    Sending,

    /// <summary>No row waits any more.</summary>
    Sent,

    /// <summary>Taken back: what was sent and open is revoked, what was not sent will not be. Final.</summary>
    Withdrawn,

    /// <summary>Being deleted. Nobody sees it.</summary>
    Deleting,
}
