namespace Invitations;

internal sealed class InviterPolicy : IInviterPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var refusal = Judge(context);
        foreach (var row in context.Rows)
        {
            if (refusal is null)
                row.Allow();
            else
                row.Refuse(refusal);
        }

        return ValueTask.CompletedTask;
    }

    private static InvitationError? Judge(PolicyContext context)
    {
        // At acceptance nobody may be there to ask; that nobody can say it is no reason to turn the invited person away.
        if (context.Authority is null)
            return context.Operation.IsRedeeming() ? null : new(InvitationErrorCodes.InviterUnknown);

        var rules = context.Settings.Authority;
        return context.Authority.Level switch
        {
            InviterLevel.OrganizationAdmin => null,
            InviterLevel.GroupAdmin when rules.GroupAdminsInvite => null,
            InviterLevel.Member when rules.MembersInvite => null,
            InviterLevel.None => new(InvitationErrorCodes.InviterUnknown),
            _ => new(InvitationErrorCodes.InviterNotPermitted),
        };
    }
}
