namespace Invitations.Stores;

/// <summary>What became of a claimed delivery.</summary>
public sealed record DeliveryReport
{
    /// <summary>The delivery.</summary>
    public required Guid Id { get; init; }

    /// <summary>The fence that the claim gave.</summary>
    public required long Fence { get; init; }

    /// <summary>The status it gets; <see cref="DeliveryStatus.Waiting"/> gives it back, to be claimed again at <see cref="DueAt"/>.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>When: <see cref="Delivery.EndedAt"/>, unless it stays <see cref="DeliveryStatus.Waiting"/>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the next attempt is due, where it stays <see cref="DeliveryStatus.Waiting"/>; null leaves it due as it was. Not looked at otherwise.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether nothing was tried: the claim does not count as an attempt. Only where it stays <see cref="DeliveryStatus.Waiting"/>. The default value is <see langword="false"/>.</summary>
    public bool IsUntried { get; init; }

    /// <summary>What the provider calls the message, or null. Written as it is, null too.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Why it failed, without addresses, or null. Written as it is, null too.</summary>
    public string? Error { get; init; }
}
