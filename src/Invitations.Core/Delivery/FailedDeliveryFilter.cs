namespace Invitations;

/// <summary>Which failed deliveries are meant. Everything that is set must hold.</summary>
public sealed record FailedDeliveryFilter
{
    /// <summary>The tenant, or null, the default, for all.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>The channel, or null, the default, for all.</summary>
    public string? Channel { get; init; }

    /// <summary>Those that were given up at this instant or later, or null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Those that were given up at this instant or earlier, or null.</summary>
    public DateTimeOffset? Until { get; init; }
}
