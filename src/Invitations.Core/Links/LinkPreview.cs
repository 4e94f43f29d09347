namespace Invitations;

/// <summary>What anybody who has a link may see before joining. Nothing personal.</summary>
public sealed class LinkPreview
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The language to show the page in, or null for the host's own choice.</summary>
    public string? Language { get; init; }

    /// <summary>The maker's own words: plain text, to be encoded for the page. Or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>What joining gives.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The e-mail domains from which people can join; empty where it does not matter.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>When it expires, or null where it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
