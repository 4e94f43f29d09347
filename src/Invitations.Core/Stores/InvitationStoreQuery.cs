namespace Invitations.Stores;

/// <summary>One page of a list.</summary>
public sealed record InvitationStoreQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What to list.</summary>
    public required InvitationFilter Filter { get; init; }

    /// <summary>What the viewer may see, or null for everything in the tenant.</summary>
    public InvitationVisibility? Visibility { get; init; }

    /// <summary>The instant by which <see cref="Invitation.StatusAt"/> is judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The order.</summary>
    public required InvitationSort Sort { get; init; }

    /// <summary>The last row of the page before, or null for the first page.</summary>
    public InvitationKeyset? After { get; init; }

    /// <summary>The most rows.</summary>
    public required int Take { get; init; }
}
