namespace Invitations;

/// <summary>What to change in a link. What is null stays as it is; the token stays the same.</summary>
public sealed record InvitationLinkEdit
{
    /// <summary>The new name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Member or guest, or null.</summary>
    public GrantKind? Kind { get; init; }

    /// <summary>The ids of all roles, or null.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The ids or names of all groups, or null.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The ids of all products, or null.</summary>
    public IReadOnlyList<string>? Products { get; init; }

    /// <summary>When the memberships end by themselves, or null.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }

    /// <summary>The new cap, 1 or more, or null. People who have joined count; a cap below their number lets nobody else in.</summary>
    public int? UseLimit { get; init; }

    /// <summary>Whether to take the cap away. Not possible where the tenant asks for one.</summary>
    public bool RemoveUseLimit { get; init; }

    /// <summary>How long it can be used from now on, or null.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>All e-mail domains from which people can join, or null. An empty list takes the restriction away.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>The maker's own words, or null. An empty text takes them away.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The version that the editor saw, or null to change whatever is there. Another one is <c>link.changed</c>.</summary>
    public long? ExpectedVersion { get; init; }
}
