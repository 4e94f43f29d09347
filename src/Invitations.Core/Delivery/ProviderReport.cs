namespace Invitations;

/// <summary>A provider's report about one message, as the host read it from the callback whose signature it has checked.</summary>
public sealed record ProviderReport
{
    /// <summary>The name of the channel that the provider serves (see <see cref="DeliveryChannels"/>). A message of another channel is unknown.</summary>
    public required string Channel { get; init; }

    /// <summary>What happened.</summary>
    public required ProviderReportKind Kind { get; init; }

    /// <summary>The id of the delivery, where the provider gives it back. Null, the default, to find it by <see cref="ProviderMessageId"/>.</summary>
    public Guid? DeliveryId { get; init; }

    /// <summary>What the provider calls the message: what the channel gave to <see cref="DeliveryOutcome.Sent"/>. Needed where there is no <see cref="DeliveryId"/>.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Why, in the provider's words, or null. Cut to 200 characters; what looks like an address or a number of a phone is taken out.</summary>
    public string? Reason { get; init; }
}
