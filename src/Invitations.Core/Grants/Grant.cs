namespace Invitations;

/// <summary>What acceptance gives: membership of a kind, with roles, groups and products.</summary>
public sealed record Grant
{
    /// <summary>A plain membership without roles, groups or products.</summary>
    public static Grant Member { get; } = new();

    /// <summary>Member or guest. The default value is <see cref="GrantKind.Member"/>.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>The ids of the roles. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The ids of the groups (teams). Empty by default.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ids of the products. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>When the membership ends by itself, or null where it does not. The host carries it out.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }
}
