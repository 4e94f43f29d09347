namespace Invitations;

/// <summary>How an invitation came about.</summary>
public enum InvitationOrigin
{
    /// <summary>Somebody invited.</summary>
    Invite,

    /// <summary>Somebody asked to join (see <see cref="IJoinRequests"/>); whoever approves becomes the inviter.</summary>
    JoinRequest,
}
