namespace Invitations;

/// <summary>Whose quotas are asked for.</summary>
public sealed class QuotaContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>Who invites, reinvites or edits; for a reminder, who invited.</summary>
    public required Inviter Inviter { get; init; }
}
