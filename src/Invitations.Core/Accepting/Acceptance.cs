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

    /// <summary>Where to send the person: a local path, or one of <see cref="TenantSettings.RedirectTargets"/>. Or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>Whether the same person had accepted before: nothing was changed now.</summary>
    public bool IsRepeat { get; init; }

    internal static Acceptance Of(Invitation invitation, TenantSettings settings, string userId, bool isRepeat) => new()
    {
        InvitationId = invitation.Id,
        Tenant = invitation.Tenant,
        UserId = userId,
        Grant = invitation.Grant,
        Profile = invitation.Profile,
        Metadata = invitation.Metadata,

        // A target that was taken off the list since is no place to send anybody to.
        RedirectPath = invitation.RedirectPath is { } path && RedirectTarget.IsAllowed(path, settings) ? path : null,
        IsRepeat = isRepeat,
    };
}
