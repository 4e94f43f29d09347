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
}
