namespace Invitations;

/// <summary>What became of one row, or in a dry run would.</summary>
public enum InviteOutcome
{
    /// <summary>Refused, for the reasons given.</summary>
    Refused,

    /// <summary>Invited.</summary>
    Invited,

    /// <summary>An invitation was made that is not sent before somebody approves it (see <see cref="IInvitationApprovals"/>).</summary>
    AwaitingApproval,

    /// <summary>An open invitation was issued again, with a new secret.</summary>
    Reinvited,

    /// <summary>The grant was merged into an open invitation.</summary>
    Merged,

    /// <summary>The person has an account and got the grant at once.</summary>
    GrantedDirectly,

    /// <summary>Not done because another row of an all-or-nothing list was refused.</summary>
    NotDone,
}
