namespace Invitations;

/// <summary>One link for many people: what it gives, to how many, until when. Immutable; it holds no secret.</summary>
/// <remarks>Kept when it is off. All instants are UTC, with microseconds as the smallest unit.</remarks>
public sealed record InvitationLink
{
    /// <summary>The id, a time-ordered UUID (RFC 9562, version 7). Not a secret and not a permission.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant that people join by it.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What administrators call it. People who have the link do not see it.</summary>
    public required string Name { get; init; }

    /// <summary>What joining gives.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The host's id of the user who answers for it, or the name of the trusted system that made it.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>That user's name at the time, or null.</summary>
    public string? InviterName { get; init; }

    /// <summary>Whether a trusted system of the host answers for it (see <see cref="Inviter.System"/>) and no person.</summary>
    public bool IsFromSystem { get; init; }

    /// <summary>Whether it is on. What is off opens nothing, and its token never will again.</summary>
    public bool IsActive { get; init; }

    /// <summary>The most people who can join by it, over its whole life; null where there is no cap.</summary>
    public int? UseLimit { get; init; }

    /// <summary>How many people have joined by it. Each is a row of its own (see <see cref="Invitations.Stores.LinkUse"/>).</summary>
    public int UseCount { get; init; }

    /// <summary>The e-mail domains from which people can join, in canonical form; empty where it does not matter.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The maker's own words, plain text, or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The language to show the page in, or null for the host's own choice.</summary>
    public string? Language { get; init; }

    /// <summary>The host's own data, handed on to everybody who joins. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = Empty<string, string>.Dictionary;

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send people to after joining, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>Counts up each time the link is turned on again; a token of a lower version is dead.</summary>
    public required int SecretVersion { get; init; }

    /// <summary>The id of the key that the present token was derived with.</summary>
    public required uint SecretKeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was turned on with its present token.</summary>
    public required DateTimeOffset ActivatedAt { get; init; }

    /// <summary>When it was turned off, or null while it is on.</summary>
    public DateTimeOffset? DeactivatedAt { get; init; }

    /// <summary>From when on nobody can join by it any more, or null where it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Counts up with every change, and not with uses; a change that expects another version is refused.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether somebody new could join by it: it is on, has not expired, and its cap is not reached.</summary>
    /// <param name="now">The present instant.</param>
    public bool IsUsableAt(DateTimeOffset now) => IsActive && !(ExpiresAt <= now) && !(UseCount >= UseLimit);

    /// <summary>The id; the name is somebody's own words.</summary>
    public override string ToString() => $"InvitationLink {Id} ({(IsActive ? "on" : "off")})";
}
