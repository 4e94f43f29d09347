namespace Invitations;

internal sealed class UniquenessPolicy : IUniquenessPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
        {
            row.Allow();
            if (context.Operation is InvitationOperation.Create)
                JudgeAddress(context.Options, row);
            if (context.Operation is InvitationOperation.Create or InvitationOperation.Edit)
                JudgeEmployeeId(row);
            if (context.Operation is InvitationOperation.Edit && row.IsAmbiguous)
                row.Refuse(Refusals.Of(InvitationErrorCodes.InvitationAlreadyPending, Refusals.FieldOf(null, row.Draft.Recipient), "since", context.Now));
            if (context.Operation is InvitationOperation.Edit && row.Account is { IsMember: true } account)
                row.Refuse(AccountExists(row, account));
        }

        return ValueTask.CompletedTask;
    }

    private static void JudgeAddress(InviteOptions options, PolicyRow row)
    {
        if (row.DuplicateOf is { } first)
            row.Refuse(Refusals.Duplicate(row, first));
        else if (row.Account is not null && options.WhenAccountExists is WhenAccountExists.GrantDirectly && !row.HasSeveralAccounts)
            row.AllowAs(InviteOutcome.GrantedDirectly);
        else if (row.Account is { } account && (account.IsMember || options.WhenAccountExists is WhenAccountExists.GrantDirectly))
            row.Refuse(AccountExists(row, account));
        else if (row.Existing is { } open)
            JudgeOpen(options.WhenAlreadyInvited, row, open);
    }

    private static void JudgeOpen(WhenAlreadyInvited choice, PolicyRow row, Invitation open)
    {
        if (choice is WhenAlreadyInvited.Reinvite && !row.IsAmbiguous && open.Status is InvitationStatus.Pending)
            row.AllowAs(InviteOutcome.Reinvited);
        else if (choice is WhenAlreadyInvited.MergeGrant && !row.IsAmbiguous)
            row.AllowAs(InviteOutcome.Merged);
        else
            row.Refuse(Refusals.AlreadyPending(row, open));
    }

    private static void JudgeEmployeeId(PolicyRow row)
    {
        if (row.EmployeeIdAccount is not null || row.EmployeeIdInvitation is not null)
            row.Refuse(Refusals.Of(InvitationErrorCodes.EmployeeIdInUse, FieldNames.EmployeeId, "employeeId", row.Draft.Profile.EmployeeId ?? ""));
    }

    private static InvitationError AccountExists(PolicyRow row, Account account)
    {
        var recipient = new Recipient { Email = account.Email, Phone = account.Phone, UserId = account.UserId };
        return Refusals.Of(InvitationErrorCodes.AccountExists, Refusals.SharedField(row, recipient));
    }
}
