namespace Invitations;

internal sealed class GuestPolicy : IGuestPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var rules = context.Settings.Guests;
        foreach (var row in context.Rows)
        {
            row.Allow();
            if (row.Draft.Grant.Kind is not GrantKind.Guest || context.Operation.IsTakingBack())
                continue;
            if (!rules.Allowed)
                row.Refuse(Refusals.Of(InvitationErrorCodes.GuestNotAllowed, FieldNames.Kind));
            else if (rules.GroupRequired && row.Draft.Grant.Groups.Count == 0)
                row.Refuse(Refusals.Of(InvitationErrorCodes.GuestGroupRequired, FieldNames.Groups));
        }

        return ValueTask.CompletedTask;
    }
}
