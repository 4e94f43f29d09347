namespace Invitations.Stores;

/// <summary>What a worker wants to claim.</summary>
public sealed record DeliveryClaim
{
    /// <summary>The present instant: what is due by then and not leased beyond it is claimed.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long the lease lasts. Longer than sending all that is claimed can take.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>The most deliveries; none where it is 0 or less.</summary>
    public required int Take { get; init; }

    /// <summary>The channels that the worker serves; empty, the default, means all.</summary>
    public IReadOnlyCollection<string> Channels { get; init; } = [];
}
