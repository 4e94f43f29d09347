namespace Invitations;

/// <summary>What became of one row of a batch.</summary>
public enum BatchRowStatus
{
    /// <summary>Not sent yet. With errors, it was refused when it was to be sent, and is tried again when the batch is sent again.</summary>
    Waiting,

    /// <summary>Sent. It says nothing about the person any more: the invitation does.</summary>
    Sent,

    /// <summary>Wrong when it was staged. It is never sent, and says nothing about the person.</summary>
    Refused,

    /// <summary>Let go of before it was sent. It says nothing about the person any more.</summary>
    Dropped,
}
