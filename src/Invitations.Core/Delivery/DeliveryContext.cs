namespace Invitations;

/// <summary>One message to send.</summary>
public sealed class DeliveryContext
{
    internal DeliveryContext(Delivery delivery, Invitation invitation, RevealedSecrets secrets)
    {
        Delivery = delivery;
        Invitation = invitation;
        Secrets = secrets;
    }

    /// <summary>The row of the outbox: its id is the idempotency key for the provider, its purpose says why the message is sent.</summary>
    public Delivery Delivery { get; }

    /// <summary>The invitation, with the recipient, the profile and its language, the inviter's name and words. Text from people: encode it for where it lands.</summary>
    public Invitation Invitation { get; }

    /// <summary>The link, and the code if there is one.</summary>
    public RevealedSecrets Secrets { get; }
}
