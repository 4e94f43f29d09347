namespace Invitations;

/// <summary>What is about to be done, for policies.</summary>
public enum InvitationOperation
{
    /// <summary>Somebody is invited, alone or in a list or stream.</summary>
    Create,

    /// <summary>An invitation is issued again.</summary>
    Reinvite,

    /// <summary>An invitation is changed.</summary>
    Edit,

    /// <summary>An invitation is taken back, or its request for approval refused.</summary>
    Revoke,

    /// <summary>An invitation gets a new expiry, and nothing else.</summary>
    Extend,

    /// <summary>An invitation that has ended, or a draft, is deleted.</summary>
    Delete,

    /// <summary>The link or code of an invitation is shown.</summary>
    ShowSecret,

    /// <summary>An invitation is accepted; the inviter is the one who made it, with the authority of today.</summary>
    Accept,

    /// <summary>A link for many people is made (see <see cref="PolicyRow.Link"/>); nobody is invited yet.</summary>
    CreateLink,

    /// <summary>A link is changed.</summary>
    EditLink,

    /// <summary>A link is turned on again, with a new token.</summary>
    ActivateLink,

    /// <summary>A link is turned off.</summary>
    DeactivateLink,

    /// <summary>A link is shown.</summary>
    ShowLink,

    /// <summary>Somebody joins by a link; the inviter is the one who answers for it, with the authority of today, and the row is the person who joins.</summary>
    Join,

    /// <summary>An invitation that awaits approval is approved; the policies judge whoever approves.</summary>
    Approve,
}
