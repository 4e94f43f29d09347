namespace Invitations;

/// <summary>Whose successor is asked for.</summary>
public sealed class InviterSuccessionContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>The host's id of the user who invited, or the name of the trusted system that did.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether it is a trusted system of the host.</summary>
    public required bool IsSystem { get; init; }
}
