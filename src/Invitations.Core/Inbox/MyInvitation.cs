namespace Invitations;

/// <summary>An open invitation, as its recipient sees it. It holds no secret.</summary>
public sealed class MyInvitation
{
    /// <summary>What to pass to <see cref="IMyInvitations"/> to accept or decline it.</summary>
    public required InvitationReference Reference { get; init; }

    /// <summary>Who invites to what.</summary>
    public required InvitationPreview Preview { get; init; }

    /// <summary>When it was sent, last.</summary>
    public DateTimeOffset? IssuedAt { get; init; }
}
