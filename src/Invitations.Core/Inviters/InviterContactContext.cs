namespace Invitations;

/// <summary>Whose contact is asked for.</summary>
public sealed class InviterContactContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The host's id of the user who invited.</summary>
    public required string UserId { get; init; }

    /// <summary>What the notice is about: <see cref="DeliveryPurpose.Accepted"/> or <see cref="DeliveryPurpose.DeliveryFailed"/>.</summary>
    public required DeliveryPurpose Purpose { get; init; }
}
