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

    /// <summary>An invitation is taken back.</summary>
    Revoke,

    /// <summary>The link or code of an invitation is shown.</summary>
    ShowSecret,

    /// <summary>An invitation is accepted; the inviter is the one who made it, with the authority of today.</summary>
    Accept,
}
