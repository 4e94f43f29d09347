namespace Invitations;

/// <summary>The suppressed ones of the addresses that were asked about.</summary>
internal sealed class FoundSuppressions(HashSet<(SuppressionScope Scope, string Address)> found)
{
    public static FoundSuppressions None { get; } = new([]);

    public bool IsEmpty => found.Count == 0;

    public bool Contains(TenantId tenant, string? address) =>
        address is not null && found.Count > 0
        && (found.Contains((SuppressionScope.Everywhere, address)) || found.Contains((SuppressionScope.Of(tenant), address)));
}
