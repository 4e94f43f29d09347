namespace Invitations.Stores;

/// <summary>Which ended invitations to find.</summary>
public sealed record EndedQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The stored statuses; none of them an open one.</summary>
    public required IReadOnlyCollection<InvitationStatus> Statuses { get; init; }

    /// <summary>The latest <see cref="Invitation.EndedAt"/>.</summary>
    public required DateTimeOffset EndedBy { get; init; }

    /// <summary>The most invitations; none where it is 0 or less.</summary>
    public required int Take { get; init; }
}
