namespace Invitations;

/// <summary>Which groups are asked for.</summary>
public sealed class GroupQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>Ids or names as people wrote them, trimmed, each once.</summary>
    public required IReadOnlyCollection<string> Texts { get; init; }
}
