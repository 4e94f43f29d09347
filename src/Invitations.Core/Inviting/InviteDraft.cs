namespace Invitations;

/// <summary>A row after normalising: canonical addresses, cleaned texts, options and row merged. What validators and policies look at.</summary>
/// <remarks>Where an address could not be read it is missing here, and its error is already on the row.</remarks>
public sealed record InviteDraft
{
    /// <summary>Who is to be invited.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>What is known about the person.</summary>
    public required Profile Profile { get; init; }

    /// <summary>What acceptance shall give. Groups are ids where the group is known, texts as written where it is not.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The channels to deliver by.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The inviter's own words, or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>How long it shall stay open as the inviter asks, or null for the tenant's lifetime.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The host's own data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = Empty<string, string>.Dictionary;

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send the person to after acceptance, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>Whether nobody in particular is meant: a bare registration code.</summary>
    public bool IsAnyone { get; init; }

    /// <summary>Nothing of the content: a draft is personal data.</summary>
    public override string ToString() => nameof(InviteDraft);
}
