namespace Invitations;

/// <summary>One message to one recipient over one channel: a row of the outbox. It holds no secret, address or text.</summary>
public sealed record Delivery
{
    /// <summary>The id, a time-ordered UUID; the idempotency key for the provider.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The invitation that is delivered.</summary>
    public required Guid InvitationId { get; init; }

    /// <summary>The version of the secret to deliver; a delivery of an older version is not sent.</summary>
    public required int SecretVersion { get; init; }

    /// <summary>The name of the channel (see <see cref="DeliveryChannels"/>).</summary>
    public required string Channel { get; init; }

    /// <summary>Why it is sent.</summary>
    public required DeliveryPurpose Purpose { get; init; }

    /// <summary>Where it is. The default value is <see cref="DeliveryStatus.Waiting"/>.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it may be sent.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How many times a worker has claimed it.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when a worker holds it, or null.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Counts up with every claim; a report that carries a lower number comes from a worker that lost its lease and is refused.</summary>
    public long Fence { get; init; }

    /// <summary>When it was sent, failed or was cancelled, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the provider calls the message, or null. At most 200 characters; a longer name is not kept.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Why the last attempt failed, without addresses, or null.</summary>
    public string? LastError { get; init; }

    /// <summary>The weightiest that the provider reported after it took the message (see <see cref="IProviderReports"/>), or null where it reported nothing.</summary>
    public ProviderReportKind? Reported { get; init; }

    /// <summary>When that was reported, or null.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
}
