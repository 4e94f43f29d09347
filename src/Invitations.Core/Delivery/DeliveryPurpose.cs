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
}
