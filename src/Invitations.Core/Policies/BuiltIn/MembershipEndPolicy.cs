namespace Invitations;

internal sealed class MembershipEndPolicy : IMembershipEndPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        context.AllowAll();

        // What is typed in is validated with the other values; here it is about time that has passed since.
        if (context.Operation is InvitationOperation.Create or InvitationOperation.Edit or InvitationOperation.EditLink
            or InvitationOperation.Revoke or InvitationOperation.DeactivateLink
            or InvitationOperation.ShowSecret or InvitationOperation.ShowLink)
        {
            return ValueTask.CompletedTask;
        }

        foreach (var row in context.Rows)
        {
            if (row.Draft.Grant.MembershipEndsAt <= context.Now)
                row.Refuse(Refusals.Of(InvitationErrorCodes.MembershipEndInvalid, FieldNames.MembershipEndsAt));
        }

        return ValueTask.CompletedTask;
    }
}
