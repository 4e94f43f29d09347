namespace Invitations;

/// <summary>Whose settings are asked for.</summary>
public sealed class TenantSettingsContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of <see cref="InvitationOptions.Defaults"/>, to derive the tenant's own from.</summary>
    public required TenantSettings Defaults { get; init; }
}
