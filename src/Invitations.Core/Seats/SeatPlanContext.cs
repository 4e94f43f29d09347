namespace Invitations;

/// <summary>Whose plan is asked for.</summary>
public sealed class SeatPlanContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }
}
