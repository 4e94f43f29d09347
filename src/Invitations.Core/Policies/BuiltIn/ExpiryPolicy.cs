namespace Invitations;

internal sealed class ExpiryPolicy : IExpiryPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
        {
            if (!IsIssued(context.Operation, row))
            {
                row.Allow();
                continue;
            }

            var usual = row.Link is null ? Usual(context.Settings.Expiry, row.Draft) : context.Settings.Expiry.Link;
            if (row.Draft.Lifetime is not { } asked)
                row.AllowFor(usual);
            else if (asked > TimeSpan.Zero && asked <= Longest(context.Settings.Expiry, usual))
                row.AllowFor(asked);
            else
                row.Refuse(Refusals.Of(
                    InvitationErrorCodes.LifetimeInvalid, FieldNames.Lifetime, "longest", Longest(context.Settings.Expiry, usual)));
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsIssued(InvitationOperation operation, PolicyRow row) => operation switch
    {
        InvitationOperation.Create or InvitationOperation.Approve or InvitationOperation.Reinvite or InvitationOperation.Extend => true,
        InvitationOperation.CreateLink or InvitationOperation.ActivateLink => true,
        InvitationOperation.EditLink => row.Draft.Lifetime is not null,
        _ => false,
    };

    private static TimeSpan? Usual(ExpirySettings settings, InviteDraft draft)
    {
        var lifetime = draft.Grant.Kind is GrantKind.Guest ? settings.Guest ?? settings.Member : settings.Member;
        foreach (var channel in draft.Channels)
        {
            if (settings.Channels.TryGetValue(channel, out var limit) && (lifetime is null || limit < lifetime))
                lifetime = limit;
        }

        return lifetime;
    }

    private static TimeSpan Longest(ExpirySettings settings, TimeSpan? usual) => settings.Most ?? usual ?? ExpirySettings.Longest;
}
