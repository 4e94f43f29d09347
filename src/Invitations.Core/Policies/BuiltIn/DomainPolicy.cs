namespace Invitations;

internal sealed class DomainPolicy : IDomainPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        if (context.Operation is not (InvitationOperation.Create or InvitationOperation.Reinvite or InvitationOperation.Edit))
        {
            context.AllowAll();
            return ValueTask.CompletedTask;
        }

        var domains = TenantSettingsReader.Domains(context.Settings);
        foreach (var row in context.Rows)
        {
            row.Allow();
            if (row.Draft.Recipient.Email is { } text && EmailAddress.TryParse(text, out var email) && !IsAllowed(context, domains, row, email))
                row.Refuse(Refusals.Of(InvitationErrorCodes.EmailDomainNotAllowed, FieldNames.Email, "domain", email.Domain));
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsAllowed(PolicyContext context, TenantDomains domains, PolicyRow row, EmailAddress email)
    {
        if (domains.Denied.Contains(email))
            return false;
        var isExempt = row.Draft.Grant.Kind is GrantKind.Guest && context.Settings.Domains.GuestsExempt;
        return isExempt || domains.Allowed.IsEmpty || domains.Allowed.Contains(email);
    }
}
