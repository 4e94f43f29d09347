namespace Invitations;

/// <summary>Whose roles are asked for.</summary>
public sealed class RoleQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }
}
