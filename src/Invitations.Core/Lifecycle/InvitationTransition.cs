using Invitations.Stores;

namespace Invitations;

/// <summary>The one way in which an invitation ends, and the one condition under which any change is made.</summary>
internal static class InvitationTransition
{
    /// <summary>The invitation as it is once it has ended.</summary>
    public static Invitation Ended(this Invitation invitation, InvitationStatus status, DateTimeOffset now) => invitation with
    {
        Status = status,
        EndedAt = now,
        ReminderDueAt = null,
        Version = invitation.Version + 1,
    };

    /// <summary>A change that is made only where the stored invitation is still as it was read and, if asked for, has not expired.</summary>
    public static InvitationChange ChangedTo(this Invitation before, Invitation after, DateTimeOffset? unexpiredAt = null) => new()
    {
        Updated = after,
        ExpectedStatus = before.Status,
        ExpectedVersion = before.Version,
        UnexpiredAt = unexpiredAt,
    };
}
