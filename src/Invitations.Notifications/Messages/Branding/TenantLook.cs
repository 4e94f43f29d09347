namespace Invitations;

/// <summary>A branding that was checked, with the colours that follow from it.</summary>
internal sealed class TenantLook
{
    public TenantLook(MessageBranding branding, TenantId tenant)
    {
        Mistakes = [];
        Branding = BrandingRules.Usable(branding, Mistakes);
        Organization = Branding.Name ?? Branding.Product ?? tenant.Value;
        Palette = new(BrandColor.TryParse(Branding.Color, out var color) ? color : BrandColor.Black);
    }

    public MessageBranding Branding { get; }

    /// <summary>What people call the tenant.</summary>
    public string Organization { get; }

    public Palette Palette { get; }

    /// <summary>What could not be used of what the host gave.</summary>
    public List<string> Mistakes { get; }
}
