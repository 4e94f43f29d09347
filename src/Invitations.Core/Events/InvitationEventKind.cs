namespace Invitations;

/// <summary>What happened to an invitation.</summary>
public enum InvitationEventKind
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>A secret was issued and its messages are queued.</summary>
    Issued,

    /// <summary>A new secret was issued; the former one is dead.</summary>
    Reinvited,

    /// <summary>It was changed.</summary>
    Edited,

    /// <summary>A message was handed to a provider.</summary>
    Delivered,

    /// <summary>A message was given up.</summary>
    DeliveryFailed,

    /// <summary>A reminder was queued.</summary>
    Reminded,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>It expired.</summary>
    Expired,

    /// <summary>Somebody with its expired link asked for a new one. For the inviter.</summary>
    NewLinkRequested,
    /// <summary>It was made, and is not sent before somebody approves it.</summary>
    ApprovalRequested,

    /// <summary>It was approved; <see cref="Issued"/> follows. For the one who asked.</summary>
    Approved,

    /// <summary>It was not approved and has ended; <see cref="Invitation.RefusalReason"/> says why. For the one who asked.</summary>
    ApprovalRefused,

    /// <summary>Somebody else has become its inviter, because the former one left.</summary>
    HandedOver,
    /// <summary>It got a new expiry.</summary>
    Extended,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>Everything about the person was taken out.</summary>
    Anonymized,

    /// <summary>The provider reported that a message arrived, was opened or was complained about; <see cref="InvitationEvent.Delivery"/> says which. A bounce is <see cref="DeliveryFailed"/>.</summary>
    DeliveryReported,
}
