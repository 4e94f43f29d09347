namespace Invitations;

/// <summary>What happened to a batch.</summary>
public enum InvitationBatchEventKind
{
    /// <summary>It is complete, and can be sent.</summary>
    Staged,

    /// <summary>It got another name.</summary>
    Renamed,

    /// <summary>It will be sent at a time.</summary>
    Scheduled,

    /// <summary>The order to send it was taken back.</summary>
    Cancelled,

    /// <summary>It was sent to the end of what was ordered; rows that were refused, or not meant, wait.</summary>
    Sent,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>It was deleted.</summary>
    Deleted,
}
