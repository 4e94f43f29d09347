namespace Invitations;

internal sealed class ApprovalPolicy : IApprovalPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var isApproval = context.Operation is InvitationOperation.Approve;
        var needsApproval = Gives(context.Operation) && NeedsApproval(context);
        foreach (var row in context.Rows)
        {
            if (isApproval && context.Authority is not { Level: InviterLevel.GroupAdmin or InviterLevel.OrganizationAdmin })
                row.Refuse(new(InvitationErrorCodes.ApprovalNotPermitted));
            else if (needsApproval)
                row.RequireApproval();
            else
                row.Allow();
        }

        return ValueTask.CompletedTask;
    }

    private static bool Gives(InvitationOperation operation) => operation is InvitationOperation.Create
        or InvitationOperation.Reinvite
        or InvitationOperation.Edit
        or InvitationOperation.Approve
        or InvitationOperation.CreateLink
        or InvitationOperation.EditLink
        or InvitationOperation.ActivateLink;

    private static bool NeedsApproval(PolicyContext context) => context.Authority?.Level switch
    {
        InviterLevel.OrganizationAdmin => false,
        InviterLevel.GroupAdmin => context.Settings.Approval.GroupAdmins,
        InviterLevel.Member => context.Settings.Approval.Members,

        // Whoever else a host's own policies let invite has nobody's trust yet.
        _ => true,
    };
}
