namespace Invitations;

internal sealed class DomainPolicy : IDomainPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        if (context.Operation is not (InvitationOperation.Create or InvitationOperation.Reinvite or InvitationOperation.Edit
            or InvitationOperation.Extend or InvitationOperation.Approve or InvitationOperation.Join))
        {
            context.AllowAll();
            return ValueTask.CompletedTask;
        }

        foreach (var row in context.Rows)
        {
            row.Allow();
            if (Judge(context, row.Draft) is { } refusal)
                row.Refuse(refusal);
        }

        return ValueTask.CompletedTask;
    }

    public static bool IsAllowed(TenantSettings settings, GrantKind kind, EmailAddress email)
    {
        var domains = TenantSettingsReader.Domains(settings);
        return !domains.Denied.Contains(email) && (IsOpenToAll(settings, kind) || domains.Allowed.Contains(email));
    }

    private static InvitationError? Judge(PolicyContext context, InviteDraft draft)
    {
        if (draft.Recipient.Email is { } text && EmailAddress.TryParse(text, out var email))
        {
            return IsAllowed(context.Settings, draft.Grant.Kind, email)
                ? null
                : Refusals.Of(InvitationErrorCodes.EmailDomainNotAllowed, FieldNames.Email, "domain", email.Domain);
        }

        // A link asks everybody for an address; an inviter who chose a phone number or a code knew whom it was for.
        return context.Operation is InvitationOperation.Join && !IsOpenToAll(context.Settings, draft.Grant.Kind)
            ? Refusals.Of(InvitationErrorCodes.LinkDomainNotAllowed, null, "domains", context.Settings.Domains.Allowed)
            : null;
    }

    private static bool IsOpenToAll(TenantSettings settings, GrantKind kind) =>
        TenantSettingsReader.Domains(settings).Allowed.IsEmpty || (kind is GrantKind.Guest && settings.Domains.GuestsExempt);
}
