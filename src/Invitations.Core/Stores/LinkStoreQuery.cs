namespace Invitations.Stores;

/// <summary>One page of the links of a tenant.</summary>
public sealed record LinkStoreQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Whether the link is on, or null for both.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The user who answers for the link, or null for anybody.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>What the viewer may see, or null for everything in the tenant.</summary>
    public InvitationVisibility? Visibility { get; init; }

    /// <summary>The last link of the page before, by <see cref="InvitationLink.CreatedAt"/>; null for the first page.</summary>
    public InvitationKeyset? After { get; init; }

    /// <summary>The most links.</summary>
    public required int Take { get; init; }
}
