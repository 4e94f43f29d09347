namespace Invitations;

/// <summary>What was accepted.</summary>
public sealed class Acceptance
{
    /// <summary>The invitation.</summary>
    public required Guid InvitationId { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The host's id of the user who accepted.</summary>
    public required string UserId { get; init; }

    /// <summary>What is given: from the stored invitation, never from the request.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The profile: the invitation's, with what the person filled in.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The host's own data, as given when inviting.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The local path to send the person to, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>Whether the same person had accepted before: nothing was changed now.</summary>
    public bool IsRepeat { get; init; }
}
