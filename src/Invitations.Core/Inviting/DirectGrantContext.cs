namespace Invitations;

/// <summary>A grant for somebody who has an account.</summary>
public sealed class DirectGrantContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The account.</summary>
    public required Account Account { get; init; }

    /// <summary>What to give.</summary>
    public required Grant Grant { get; init; }

    /// <summary>Who invited.</summary>
    public required Inviter Inviter { get; init; }

    /// <summary>The host's own data, as given when inviting.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
