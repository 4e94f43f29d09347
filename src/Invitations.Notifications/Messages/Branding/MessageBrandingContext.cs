namespace Invitations;

/// <summary>Whose branding is asked for.</summary>
public sealed class MessageBrandingContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The branding of <see cref="MessageOptions.Branding"/>, to derive the tenant's own from.</summary>
    public required MessageBranding Defaults { get; init; }
}
