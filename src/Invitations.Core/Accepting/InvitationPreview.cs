namespace Invitations;

/// <summary>What the invited person may see before accepting.</summary>
public sealed class InvitationPreview
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The inviter's name, or null.</summary>
    public string? InviterName { get; init; }

    /// <summary>The invited address with most of it masked, or null where there is none.</summary>
    public string? MaskedAddress { get; init; }

    /// <summary>The first name, to greet, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>The language to show the page in, or null for the host's own choice.</summary>
    public string? Language { get; init; }

    /// <summary>The inviter's own words: plain text, to be encoded for the page. Or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>What acceptance gives.</summary>
    public required Grant Grant { get; init; }

    /// <summary>When it expires, or null where it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal static InvitationPreview Of(Invitation invitation) => new()
    {
        Tenant = invitation.Tenant,
        InviterName = invitation.InviterName,
        MaskedAddress = AddressMask.Of(invitation.Recipient),
        FirstName = invitation.Profile.FirstName,
        Language = invitation.Profile.Language,
        PersonalMessage = invitation.PersonalMessage,
        Grant = invitation.Grant,
        ExpiresAt = invitation.ExpiresAt,
    };
}
