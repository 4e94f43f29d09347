namespace Invitations;

/// <summary>A link to make, as somebody filled it in. Nothing here has to be valid: what is wrong comes back as errors.</summary>
public sealed record InvitationLinkDraft
{
    /// <summary>What administrators call it, at most 100 characters. Required; people who have the link do not see it.</summary>
    public string? Name { get; init; }

    /// <summary>Member or guest. The default value is <see cref="GrantKind.Member"/>.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>The ids of the roles. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The ids or names of the groups. Empty by default.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ids of the products. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>When the memberships end by themselves, or null. From then on nobody joins by the link any more.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }

    /// <summary>The most people who can join by it, 1 or more; null, the default, for no cap, where the tenant has none (see <see cref="LinkSettings.MostUses"/>).</summary>
    public int? UseLimit { get; init; }

    /// <summary>How long it can be used, or null for the tenant's lifetime (see <see cref="ExpirySettings.Link"/>).</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The e-mail domains from which people can join, such as <c>example.com</c> or <c>*.example.com</c>. Empty, the default, where it does not matter.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The language to show the page in as a BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The maker's own words, plain text, or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The host's own data, handed on to everybody who joins, or null. At most 10,000 characters, keys included.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send people to after joining, or null.</summary>
    public string? RedirectPath { get; init; }
}
