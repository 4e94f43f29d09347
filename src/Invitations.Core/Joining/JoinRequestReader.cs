namespace Invitations;

/// <summary>Reads what somebody who asks to join filled in, with every error found on the way.</summary>
internal sealed class JoinRequestReader(RowValidation validation)
{
    /// <returns>The draft, or null where it has errors, or where the tenant takes no request from such an address.</returns>
    public async Task<InviteDraft?> ReadAsync(
        JoinRequest request, Acceptor requester, TenantSettings settings, ErrorList errors, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recipient = ReadRecipient(request, requester, settings, errors);
        var profile = ProfileReader.Clean(request.Profile with { EmployeeId = null }, settings, errors);
        var message = ProfileReader.Message(request.Message, settings.MaxMessageLength, errors);
        if (errors.Count > 0 || recipient is null)
            return null;

        var draft = new InviteDraft
        {
            Recipient = recipient,
            Profile = profile,
            Grant = GrantOf(settings.JoinRequests),
            Channels = ChannelChoice.For(recipient, null, errors),
            PersonalMessage = message,
        };
        var row = new PolicyRow(1, draft);
        await validation.ValidateAsync([new InviteRow(row)], settings, now, cancellationToken).ConfigureAwait(false);
        foreach (var error in row.Errors)
            errors.Add(error);
        return row.IsAllowed ? draft : null;
    }

    private static Recipient? ReadRecipient(JoinRequest request, Acceptor requester, TenantSettings settings, ErrorList errors)
    {
        var email = AddressReader.ReadEmail(request.Email, errors);
        if (requester.UserId is not { } userId)
        {
            if (email is null && errors.Count == 0)
                errors.Add(Refusals.Of(InvitationErrorCodes.RecipientMissing));
            return email is not null && Fits(email, settings) ? new() { Email = email } : null;
        }

        // Of a signed-in user only a verified address counts, whatever the form says.
        var verified = requester.VerifiedEmails.Select(text => EmailAddress.TryParse(text, out var address) ? address.Value : null).OfType<string>();
        var own = verified.FirstOrDefault(address => (email is null || address == email) && Fits(address, settings));
        var isOpenToAll = settings.JoinRequests.Domains.Count == 0 && TenantSettingsReader.Domains(settings).Allowed.IsEmpty;
        return own is not null || (email is null && isOpenToAll && requester.VerifiedEmails.Count == 0) ? new() { Email = own, UserId = userId } : null;
    }

    private static Grant GrantOf(JoinRequestSettings settings) => new()
    {
        Kind = settings.Kind,
        Roles = GrantReader.Trimmed(settings.Roles),
        Groups = GrantReader.Trimmed(settings.Groups),
        Products = GrantReader.Trimmed(settings.Products),
    };

    private static bool Fits(string text, TenantSettings settings)
    {
        var domains = TenantSettingsReader.Domains(settings);
        return EmailAddress.TryParse(text, out var email)
            && DomainPolicy.IsAllowed(settings, settings.JoinRequests.Kind, email)
            && (domains.Joining.IsEmpty || domains.Joining.Contains(email));
    }
}
