namespace Invitations;

/// <summary>Turns what somebody typed into a draft in canonical form, with every error found on the way.</summary>
internal sealed class RowNormalizer(AddressReader addresses)
{
    public InviteRow Normalize(Invite invite, int position, InviteOperation operation, Grant grantOfOptions)
    {
        var settings = operation.Context.Settings;
        var options = operation.Options;
        var errors = new ErrorList();

        var recipient = ReadRecipient(invite, settings, errors, out var canReceiveSms);
        var channels = ChannelChoice.For(recipient, options.Channels, errors);
        if (!canReceiveSms && channels.Contains(DeliveryChannels.Sms))
            errors.Add(Refusals.Of(InvitationErrorCodes.PhoneNotMobile, FieldNames.Phone));

        var draft = new InviteDraft
        {
            Recipient = recipient,
            Profile = ProfileReader.Read(invite, options, settings, errors),
            Grant = GrantReader.Read(invite, grantOfOptions, settings.AdminRole),
            Channels = channels,
            PersonalMessage = ProfileReader.Message(invite.PersonalMessage ?? options.PersonalMessage, settings.MaxMessageLength, errors),
            Lifetime = options.Lifetime,
            Metadata = Copy(invite.Metadata ?? options.Metadata),
            RedirectPath = (invite.RedirectPath ?? options.RedirectPath) is { } path && !string.IsNullOrWhiteSpace(path) ? path : null,
            IsAnyone = invite.Anyone && recipient.IsAnyone,
        };
        var row = new PolicyRow(invite.Row > 0 ? invite.Row : position, draft);
        foreach (var error in errors.Errors)
            row.Refuse(error);
        return new(row);
    }

    private Recipient ReadRecipient(Invite invite, TenantSettings settings, ErrorList errors, out bool canReceiveSms)
    {
        var email = AddressReader.ReadEmail(invite.Email, errors);
        var phone = addresses.ReadPhone(invite.Phone, settings, errors);
        canReceiveSms = phone is not { CanReceiveSms: false };
        var recipient = new Recipient
        {
            Email = email,
            Phone = phone?.Value,
            Identifier = addresses.ReadIdentifier(invite.IdentifierKind, invite.Identifier, settings, errors),
            UserId = AddressReader.ReadUserId(invite.UserId, errors),
        };

        if (recipient.IsAnyone && !invite.Anyone && errors.Count == 0)
            errors.Add(Refusals.Of(InvitationErrorCodes.RecipientMissing));
        return recipient;
    }

    // The caller's dictionary may change after the call; what is kept does not.
    private static IReadOnlyDictionary<string, string> Copy(IReadOnlyDictionary<string, string>? metadata) => metadata is null or { Count: 0 }
        ? Empty<string, string>.Dictionary
        : metadata.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
