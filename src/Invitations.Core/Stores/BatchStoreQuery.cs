namespace Invitations.Stores;

/// <summary>One page of the batches of a tenant.</summary>
public sealed record BatchStoreQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The statuses; at least one.</summary>
    public required IReadOnlyCollection<InvitationBatchStatus> Statuses { get; init; }

    /// <summary>The one who staged, or null for anybody.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Whether a system staged, or null for both.</summary>
    public bool? IsFromSystem { get; init; }

    /// <summary>The last batch of the page before, by <see cref="InvitationBatch.CreatedAt"/>; null for the first page.</summary>
    public InvitationKeyset? After { get; init; }

    /// <summary>The most batches.</summary>
    public required int Take { get; init; }
}
