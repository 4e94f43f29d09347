namespace Invitations.Stores;

/// <summary>The conditional end of one open invitation, with all that follows from it.</summary>
public sealed record InvitationEnding
{
    /// <summary>The invitation as it was read: its status and version must still be stored.</summary>
    public required Invitation Found { get; init; }

    /// <summary>
    /// The invitation as it shall be: with a status that is not open, <see cref="Invitation.EndedAt"/>, and a version one above that of
    /// <see cref="Found"/>. Id, tenant and creation do not change; anything else may.
    /// </summary>
    public required Invitation Ended { get; init; }

    /// <summary>If set, the end comes only where the stored expiry is null or later than this instant.</summary>
    public DateTimeOffset? UnexpiredAt { get; init; }

    /// <summary>The entry of the trail that tells of it, or null where the caller appends one itself.</summary>
    public AuditEntry? Entry { get; init; }
}
