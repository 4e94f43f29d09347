namespace Invitations.Stores;

/// <summary>What a provider says about a message that it took.</summary>
public sealed record DeliveryReceipt
{
    /// <summary>The delivery.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is said.</summary>
    public required ProviderReportKind Kind { get; init; }

    /// <summary>When: <see cref="Delivery.ReportedAt"/>, and for a bounce <see cref="Delivery.EndedAt"/>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it bounced, without addresses, or null. Not looked at otherwise.</summary>
    public string? Error { get; init; }
}
