namespace Invitations.Stores;

/// <summary>Some rows of a batch, in the order of their positions.</summary>
public sealed record BatchRowQuery
{
    /// <summary>The tenant; a batch of another one has no rows.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The statuses. Empty, the default, means any.</summary>
    public IReadOnlyCollection<BatchRowStatus> Statuses { get; init; } = [];

    /// <summary>The ids of groups; a row that leads into any of them is meant. Empty, the default, means any row.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>The position after which to begin; 0, the default, begins with the first row.</summary>
    public int After { get; init; }

    /// <summary>The most rows; none where it is 0 or less.</summary>
    public required int Take { get; init; }
}
