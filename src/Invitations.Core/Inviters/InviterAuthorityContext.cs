namespace Invitations;

/// <summary>Whose authority is asked for.</summary>
public sealed class InviterAuthorityContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The host's id of the user.</summary>
    public required string UserId { get; init; }
}
