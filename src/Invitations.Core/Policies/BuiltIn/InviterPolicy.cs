namespace Invitations;

internal sealed class InviterPolicy : IInviterPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var refusal = Judge(context);
        var kinds = LevelLimits.Of(context).Kinds;
        foreach (var row in context.Rows)
        {
            if (refusal is not null)
                row.Refuse(refusal);
            else if (kinds?.Contains(row.Draft.Grant.Kind) is false)
                row.Refuse(Refusals.Of(InvitationErrorCodes.KindNotPermitted, FieldNames.Kind));
            else
                row.Allow();
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
