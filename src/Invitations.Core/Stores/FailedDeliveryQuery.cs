namespace Invitations.Stores;

/// <summary>Which failed deliveries are meant. Only those that are still wanted: the invitation is pending, unexpired and has that version of the secret; or, where the
/// delivery is a notice of <see cref="DeliveryPurpose.Accepted"/>, it is accepted and not anonymous.</summary>
public sealed record FailedDeliveryQuery
{
    /// <summary>The tenant, or null for all.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>The channel, or null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>The earliest <see cref="Delivery.EndedAt"/>, or null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest <see cref="Delivery.EndedAt"/>, or null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The present instant, by which the expiry of the invitation is judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The most deliveries; none where it is 0 or less.</summary>
    public required int Take { get; init; }
}
