namespace Invitations;

/// <summary>Turns what somebody filled in into a link in canonical form, with every error found on the way.</summary>
internal sealed class LinkReader(IKeyRingSource keys)
{
    private const int NameLength = 100;
    private const int InviterNameLength = 200;

    public PolicyRow Read(InvitationLinkDraft draft, OperationContext operation, DateTimeOffset now)
    {
        var settings = operation.Settings;
        var errors = new ErrorList();
        var link = new InvitationLink
        {
            Id = TimeOrderedId.At(now),
            Tenant = operation.Tenant,
            Name = ReadName(draft.Name, errors),
            Grant = new()
            {
                Kind = draft.Kind,
                Roles = GrantReader.Trimmed(draft.Roles),
                Groups = GrantReader.Trimmed(draft.Groups),
                Products = GrantReader.Trimmed(draft.Products),
                MembershipEndsAt = draft.MembershipEndsAt is { } end ? InvitationClock.Cut(end) : null,
            },
            InvitedBy = operation.Inviter.UserId,
            InviterName = PersonText.CleanName(operation.Inviter.Name, InviterNameLength).Value,
            IsFromSystem = operation.Inviter.IsSystem,
            IsActive = true,
            UseLimit = ReadLimit(draft.UseLimit, settings, errors),
            Domains = ReadDomains(draft.Domains, errors),
            PersonalMessage = ProfileReader.Message(draft.PersonalMessage, settings.MaxMessageLength, errors),
            Language = ProfileReader.Clean(new() { Language = draft.Language }, settings, errors).Language,
            Metadata = draft.Metadata is null or { Count: 0 }
                ? Empty<string, string>.Dictionary
                : draft.Metadata.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            RedirectPath = string.IsNullOrWhiteSpace(draft.RedirectPath) ? null : draft.RedirectPath,
            SecretVersion = 1,
            SecretKeyId = keys.Current.Signing.Id,
            CreatedAt = now,
            ActivatedAt = now,
        };
        return RowOf(link, draft.Lifetime, errors);
    }

    public static PolicyRow Read(InvitationLink found, InvitationLinkEdit edit, TenantSettings settings)
    {
        var errors = new ErrorList();
        var link = found with
        {
            Name = edit.Name is null ? found.Name : ReadName(edit.Name, errors),
            Grant = found.Grant with
            {
                Kind = edit.Kind ?? found.Grant.Kind,
                Roles = edit.Roles is null ? found.Grant.Roles : GrantReader.Trimmed(edit.Roles),
                Groups = edit.Groups is null ? found.Grant.Groups : GrantReader.Trimmed(edit.Groups),
                Products = edit.Products is null ? found.Grant.Products : GrantReader.Trimmed(edit.Products),
                MembershipEndsAt = edit.MembershipEndsAt is { } end ? InvitationClock.Cut(end) : found.Grant.MembershipEndsAt,
            },
            UseLimit = edit.RemoveUseLimit ? null : ReadLimit(edit.UseLimit, settings, errors) ?? found.UseLimit,
            Domains = edit.Domains is null ? found.Domains : ReadDomains(edit.Domains, errors),
            PersonalMessage = edit.PersonalMessage is null
                ? found.PersonalMessage
                : ProfileReader.Message(edit.PersonalMessage, settings.MaxMessageLength, errors),
            Version = found.Version + 1,
        };
        return RowOf(link, edit.Lifetime, errors);
    }

    private static PolicyRow RowOf(InvitationLink link, TimeSpan? lifetime, ErrorList errors)
    {
        var row = LinkRows.RowOf(link, lifetime);
        foreach (var error in errors.Errors)
            row.Refuse(error);
        return row;
    }

    private static string ReadName(string? text, ErrorList errors)
    {
        var name = PersonText.CleanName(text, NameLength);
        if (name.Problem is PersonTextProblem.TooLong)
            errors.Add(Refusals.Of(InvitationErrorCodes.TextTooLong, FieldNames.Name, "field", FieldNames.Name, "limit", NameLength));
        else if (name.Problem is PersonTextProblem.Link)
            errors.Add(Refusals.Value(InvitationErrorCodes.TextCarriesUrl, FieldNames.Name));
        else if (!name.Succeeded)
            errors.Add(Refusals.Value(InvitationErrorCodes.TextNotAllowed, FieldNames.Name));
        else if (name.Value is null)
            errors.Add(Refusals.Value(InvitationErrorCodes.ValueMissing, FieldNames.Name));
        return name.Value ?? "";
    }

    /// <summary>A cap of zero or less is a mistake; it never means that there is none.</summary>
    private static int? ReadLimit(int? limit, TenantSettings settings, ErrorList errors)
    {
        if (limit >= 1 || limit is null)
            return limit;
        errors.Add(LinkPolicy.WrongLimit(settings));
        return 1;
    }

    private static List<string> ReadDomains(IReadOnlyList<string>? texts, ErrorList errors)
    {
        var domains = new List<string>();
        foreach (var text in texts ?? [])
        {
            if (!EmailDomainPattern.TryParse(text, out var pattern, out _))
                errors.Add(Refusals.Of(InvitationErrorCodes.DomainInvalid, FieldNames.Domains, "domain", text ?? ""));
            else if (!domains.Contains(pattern.ToString(), StringComparer.Ordinal))
                domains.Add(pattern.ToString());
        }

        return domains;
    }
}
