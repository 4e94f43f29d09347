namespace Invitations;

/// <summary>One message to send.</summary>
public sealed class DeliveryContext
{
    internal DeliveryContext(Delivery delivery, Invitation invitation)
    {
        Delivery = delivery;
        Invitation = invitation;
        Recipient = invitation.Recipient;
        Language = invitation.Profile.Language;
    }

    /// <summary>The row of the outbox: its id is the idempotency key for the provider, its purpose says why the message is sent.</summary>
    public Delivery Delivery { get; }

    /// <summary>The invitation, with the recipient, the profile, the inviter's name and words. Text from people: encode it for where it lands.</summary>
    public Invitation Invitation { get; }

    /// <summary>Who gets the message: the invited person, or the inviter, where it is a notice (see <see cref="DeliveryPurpose"/>). Send to this, and not to the recipient of the invitation.</summary>
    public Recipient Recipient { get; internal init; }

    /// <summary>The language of who gets the message as a BCP 47 tag, or null for the default of the tenant.</summary>
    public string? Language { get; internal init; }

    /// <summary>The link, and the code if there is one. Null in a notice to the inviter, who gets no secret.</summary>
    public RevealedSecrets? Secrets { get; internal init; }

    /// <summary>The token with which the invited person asks never to be invited again (see <see cref="IUnsubscriptions"/>). Null in a notice to the inviter, and where the person has no address.</summary>
    public string? UnsubscribeToken => Secrets?.UnsubscribeToken;

    /// <summary>The message that was given up, in a notice of <see cref="DeliveryPurpose.DeliveryFailed"/>; null otherwise, and where it is kept no longer.</summary>
    public Delivery? Failed { get; internal init; }
}
