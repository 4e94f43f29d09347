namespace Invitations;

/// <summary>Reads addresses and identifiers into their canonical forms.</summary>
internal sealed class AddressReader(IPhoneNumberParser phones)
{
    public static string? ReadEmail(string? text, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (EmailAddress.TryParse(text, out var address))
            return address.Value;
        errors.Add(Refusals.Of(InvitationErrorCodes.EmailInvalid, FieldNames.Email));
        return null;
    }

    public PhoneNumber? ReadPhone(string? text, TenantSettings settings, ErrorList errors, string field = FieldNames.Phone)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var result = phones.Parse(new() { Text = text, DefaultRegion = settings.PhoneRegion });
        if (result.Number is { } number)
            return number;
        errors.Add(Refusals.Of(
            result.Problem is PhoneNumberProblem.CountryCodeMissing
                ? InvitationErrorCodes.PhoneCountryCodeMissing
                : InvitationErrorCodes.PhoneInvalid,
            field));
        return null;
    }

    public RecipientIdentifier? ReadIdentifier(string? kind, string? value, TenantSettings settings, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        kind = string.IsNullOrWhiteSpace(kind) ? IdentifierKinds.PersonnelNumber : kind.Trim();
        if (!IsKnown(kind, settings))
        {
            errors.Add(Refusals.Of(InvitationErrorCodes.IdentifierKindUnknown, FieldNames.IdentifierKind, "kind", kind));
            return null;
        }

        if (kind == IdentifierKinds.PhoneNumber)
        {
            if (ReadPhone(value, settings, errors, FieldNames.Identifier) is not { } number)
                return null;
            value = number.Value;
        }

        if (RecipientIdentifier.TryCreate(kind, value, out var identifier, out _))
            return identifier;
        errors.Add(Refusals.Of(InvitationErrorCodes.IdentifierInvalid, FieldNames.Identifier, "kind", kind));
        return null;
    }

    public static string? ReadUserId(string? text, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (ForeignText.IsStorable(text))
            return text.Trim();
        errors.Add(Refusals.Of(InvitationErrorCodes.UserUnknown, FieldNames.UserId));
        return null;
    }

    private static bool IsKnown(string kind, TenantSettings settings) =>
        kind is IdentifierKinds.PersonnelNumber or IdentifierKinds.PhoneNumber or IdentifierKinds.Birthday
        || settings.IdentifierKinds.Contains(kind, StringComparer.Ordinal);
}
