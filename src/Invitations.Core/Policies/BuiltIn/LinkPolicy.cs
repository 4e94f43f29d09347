namespace Invitations;

internal sealed class LinkPolicy : ILinkPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var rules = context.Settings.Links;
        var isMaking = context.Operation is InvitationOperation.CreateLink or InvitationOperation.EditLink or InvitationOperation.ActivateLink;
        foreach (var row in context.Rows)
        {
            row.Allow();
            if (!rules.Allowed && (isMaking || context.Operation is InvitationOperation.Join))
                row.Refuse(new(InvitationErrorCodes.LinkNotAllowed));
            if (isMaking && row.Link is { } link && rules.MostUses is { } most && !(link.UseLimit <= most))
                row.Refuse(WrongLimit(context.Settings));
        }

        return ValueTask.CompletedTask;
    }

    public static InvitationError WrongLimit(TenantSettings settings) =>
        Refusals.Of(InvitationErrorCodes.LinkUseLimitInvalid, FieldNames.UseLimit, "limit", settings.Links.MostUses ?? int.MaxValue);
}
