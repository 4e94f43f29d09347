namespace Invitations;

/// <summary>What a message is for. Each purpose has words of its own.</summary>
public enum MessagePurpose
{
    /// <summary>The first message of an invitation, to the invited person.</summary>
    Invitation,

    /// <summary>The message of a reinvite, with a new secret, to the invited person.</summary>
    Reinvite,

    /// <summary>A reminder of an invitation that was not accepted yet, to the invited person.</summary>
    Reminder,

    /// <summary>Somebody who has an account was given something at once: there is nothing to accept. To that person.</summary>
    DirectGrant,

    /// <summary>The invited person has accepted. To the inviter.</summary>
    Accepted,

    /// <summary>A message did not arrive. To the inviter.</summary>
    DeliveryFailed,
}
