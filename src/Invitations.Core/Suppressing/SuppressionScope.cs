namespace Invitations;

/// <summary>Where an address is suppressed: in one tenant, or in all of them.</summary>
public sealed record SuppressionScope
{
    private SuppressionScope(TenantId? tenant) => Tenant = tenant;

    /// <summary>All tenants. Only a trusted part of the host changes or reads that list (see <see cref="Inviter.System"/>).</summary>
    public static SuppressionScope Everywhere { get; } = new((TenantId?)null);

    /// <summary>The tenant, or null for all.</summary>
    public TenantId? Tenant { get; }

    /// <summary>One tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <exception cref="InvalidOperationException">The tenant was never set (INV008).</exception>
    public static SuppressionScope Of(TenantId tenant)
    {
        _ = tenant.Value;
        return new(tenant);
    }

    /// <summary>One tenant, from its id.</summary>
    /// <param name="tenant">The tenant.</param>
    public static implicit operator SuppressionScope(TenantId tenant) => Of(tenant);

    /// <summary>One tenant, from the text of its id.</summary>
    /// <param name="tenant">The tenant.</param>
    public static implicit operator SuppressionScope(string tenant) => Of(tenant);

    /// <summary>The tenant, or an asterisk for all.</summary>
    public override string ToString() => Tenant?.Value ?? "*";
}
