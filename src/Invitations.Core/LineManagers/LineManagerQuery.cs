namespace Invitations;

/// <summary>Which line managers are asked for.</summary>
public sealed class LineManagerQuery
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What people wrote, cleaned, each text once.</summary>
    public required IReadOnlyCollection<string> Texts { get; init; }
}
