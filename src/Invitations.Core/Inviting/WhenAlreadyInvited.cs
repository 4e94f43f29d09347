namespace Invitations;

/// <summary>What to do with a row whose address has an open invitation. One that the inviter may not see is always reported.</summary>
public enum WhenAlreadyInvited
{
    /// <summary>Refuse it as <c>invitation.already_pending</c>.</summary>
    Report,

    /// <summary>Issue the open invitation again, with a new secret.</summary>
    Reinvite,

    /// <summary>Add roles, groups and products of the row to the open invitation and send nothing. A guest becomes a member where the row invites a member.</summary>
    MergeGrant,
}
