namespace Invitations;

/// <summary>Who invites a list or stream.</summary>
public sealed class BatchSizeContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>Who invites.</summary>
    public required Inviter Inviter { get; init; }
}
