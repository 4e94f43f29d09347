namespace Invitations;

/// <summary>Why a message is sent.</summary>
public enum DeliveryPurpose
{
    /// <summary>The first message of an invitation.</summary>
    Invitation,

    /// <summary>The message of a reinvite, with a new secret.</summary>
    Reinvite,

    /// <summary>A reminder of an invitation that was not accepted yet, with the same secret.</summary>
    Reminder,

    /// <summary>A notice to the inviter: the person has accepted. It carries no secret.</summary>
    Accepted,

    /// <summary>A notice to the inviter: a message to the person was given up. It carries no secret.</summary>
    DeliveryFailed,
}
