namespace Invitations;

/// <summary>A delivery that this node has claimed, with its invitation as it is right before sending.</summary>
/// <param name="Delivery">The delivery as claimed.</param>
/// <param name="Invitation">The invitation, or null where it is gone.</param>
/// <param name="IsWanted">Whether it is still to be sent.</param>
internal sealed record ClaimedMessage(Delivery Delivery, Invitation? Invitation, bool IsWanted)
{
    /// <summary>Whether it must not be sent although it is wanted, because its reader has asked for that.</summary>
    public bool IsSuppressed { get; private init; }

    /// <summary>Whether it goes to the invited person, and not to the inviter.</summary>
    public bool IsToPerson => IsWanted && !Delivery.Purpose.IsNotice();

    /// <summary>The address of the person that the channel uses, where it is one of the library's.</summary>
    public string? Address => Delivery.Channel switch
    {
        DeliveryChannels.Email => Invitation?.Recipient.Email,
        DeliveryChannels.Sms => Invitation?.Recipient.Phone,
        _ => null,
    };

    public static ClaimedMessage Of(Delivery delivery, Invitation? invitation, DateTimeOffset now) =>
        new(delivery, invitation, invitation is not null && delivery.Purpose.IsWanted(delivery, invitation, now));

    public ClaimedMessage Suppressed() => this with { IsSuppressed = true };
}
