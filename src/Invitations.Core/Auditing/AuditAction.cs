namespace Invitations;

/// <summary>What was done, as the audit trail records it.</summary>
public enum AuditAction
{
    /// <summary>An invitation was made.</summary>
    Created,

    /// <summary>A person with an account was given the grant at once, without an invitation.</summary>
    GrantedDirectly,

    /// <summary>A new secret was issued; the former one is dead.</summary>
    Reinvited,

    /// <summary>The address, grant, profile or message was changed.</summary>
    Edited,

    /// <summary>The grant of a second invite was merged into an open invitation.</summary>
    Merged,

    /// <summary>The link or the code was shown to somebody.</summary>
    SecretShown,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    Revoked,

    /// <summary>Marked as expired.</summary>
    Expired,

    /// <summary>A link for many people was made.</summary>
    LinkCreated,

    /// <summary>The grant, the cap or another part of a link was changed.</summary>
    LinkEdited,

    /// <summary>A link was turned on again, with a new token; the former one is dead.</summary>
    LinkActivated,

    /// <summary>A link was turned off.</summary>
    LinkDeactivated,

    /// <summary>A link was shown to somebody.</summary>
    LinkShown,
    /// <summary>An address was put on the list of those that are not invited.</summary>
    Suppressed,

    /// <summary>An address was taken off the list of those that are not invited.</summary>
    Unsuppressed,

    /// <summary>Somebody with an expired link asked for a new one.</summary>
    NewLinkRequested,
    /// <summary>An invitation was made that awaits approval.</summary>
    ApprovalRequested,

    /// <summary>Approved, and issued for the first time.</summary>
    Approved,

    /// <summary>Not approved; it has ended.</summary>
    ApprovalRefused,

    /// <summary>Somebody who was not invited asked to join; it awaits approval.</summary>
    JoinRequested,

    /// <summary>Somebody else has become its inviter, because the former one left.</summary>
    HandedOver,
    /// <summary>A reminder was queued.</summary>
    Reminded,

    /// <summary>The expiry was moved.</summary>
    Extended,

    /// <summary>The invitation was deleted; its trail is what remains.</summary>
    Deleted,

    /// <summary>Everything about the person was taken out.</summary>
    Anonymized,

    /// <summary>What is kept about the person was handed out on request.</summary>
    Exported,

    /// <summary>A batch was staged. The entries of batches name theirs in the detail <c>batch</c>.</summary>
    BatchStaged,

    /// <summary>A batch got another name.</summary>
    BatchRenamed,

    /// <summary>A batch was ordered to be sent, now or at a time.</summary>
    BatchOrdered,

    /// <summary>The order to send a batch was taken back.</summary>
    BatchCancelled,

    /// <summary>A batch was sent to the end of what was ordered.</summary>
    BatchSent,

    /// <summary>A batch was withdrawn.</summary>
    BatchWithdrawn,

    /// <summary>A batch of which nothing was sent was deleted.</summary>
    BatchDeleted,

    /// <summary>Somebody else answers for a batch, because the former one left.</summary>
    BatchHandedOver,

    /// <summary>Waiting rows of a batch were let go of.</summary>
    BatchRowsDropped,

    /// <summary>A message was given up and another channel is tried.</summary>
    FellBack,
}
