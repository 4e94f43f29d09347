namespace Invitations;

/// <summary>Shuts the ways around an approval: what somebody who needs one can only ask for, and what they can do by themselves.</summary>
internal static class ApprovalGate
{
    public static void Judge(InvitationOperation operation, PolicyRow row, DateTimeOffset now)
    {
        if (row is not { NeedsApproval: true, IsAllowed: true })
            return;
        if (operation is InvitationOperation.Approve)
            row.Refuse(new(InvitationErrorCodes.ApprovalNotPermitted));
        else if (TakesEffectAtOnce(operation, row, now))
            row.Refuse(new(InvitationErrorCodes.ApprovalRequired));
    }

    private static bool TakesEffectAtOnce(InvitationOperation operation, PolicyRow row, DateTimeOffset now) => operation switch
    {
        InvitationOperation.Create => row.Outcome is InviteOutcome.GrantedDirectly
            || (row.Outcome is InviteOutcome.Merged && row.Existing is { Status: InvitationStatus.Pending }),

        // What is open gives nothing new when it is sent once more; what has expired would be open again without anybody's yes.
        InvitationOperation.Reinvite => row.Existing?.StatusAt(now) is not InvitationStatus.Pending,

        // Whoever has a link comes by it, and nobody is asked any more.
        InvitationOperation.CreateLink or InvitationOperation.EditLink or InvitationOperation.ActivateLink => true,
        InvitationOperation.Edit => row.Existing is { Status: InvitationStatus.Pending } existing && IsAnother(existing, row.Draft),
        _ => false,
    };

    /// <summary>Whether it is no longer the person, or no longer the grant, that the yes was about. The message is the inviter's own.</summary>
    private static bool IsAnother(Invitation existing, InviteDraft draft) =>
        existing.Recipient != draft.Recipient
        || existing.Profile != draft.Profile
        || existing.Grant.Kind != draft.Grant.Kind
        || existing.Grant.MembershipEndsAt != draft.Grant.MembershipEndsAt
        || !existing.Grant.Roles.SequenceEqual(draft.Grant.Roles, StringComparer.Ordinal)
        || !existing.Grant.Groups.SequenceEqual(draft.Grant.Groups, StringComparer.Ordinal)
        || !existing.Grant.Products.SequenceEqual(draft.Grant.Products, StringComparer.Ordinal);
}
