namespace Invitations;

/// <summary>Whose groups are asked for.</summary>
public sealed class DynamicGroupContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>The people; one at acceptance.</summary>
    public required IReadOnlyList<DynamicGroupPerson> People { get; init; }
}
