namespace Invitations;

/// <summary>Cleans what people wrote about people.</summary>
internal static class ProfileReader
{
    private const int NameLength = 100;
    private const int IdLength = 100;

    public static Profile Read(Invite invite, InviteOptions options, TenantSettings settings, ErrorList errors)
    {
        var language = Language(invite.Language ?? options.Language, settings.Languages, errors);
        if (IsPlain(invite))
            return language is null ? Profile.Empty : Profile.Empty with { Language = language };

        var written = new Profile
        {
            FirstName = invite.FirstName,
            LastName = invite.LastName,
            JobTitle = invite.JobTitle,
            Department = invite.Department,
            LineManager = invite.LineManager,
            StartDate = invite.StartDate,
            EmployeeId = invite.EmployeeId,
            Fields = invite.Fields ?? Empty<string, string>.Dictionary,
        };
        return Clean(written, language, errors);
    }

    /// <summary>The same rules for a profile that somebody filled in or edited.</summary>
    public static Profile Clean(Profile profile, TenantSettings settings, ErrorList errors) =>
        Clean(profile, Language(profile.Language, settings.Languages, errors), errors);

    public static string? Message(string? text, int maxLength, ErrorList errors, string field = FieldNames.PersonalMessage) =>
        text is null ? null : Take(PersonText.CleanMessage(text, maxLength), field, maxLength, errors);

    private static Profile Clean(Profile written, string? language, ErrorList errors) => new()
    {
        FirstName = Name(written.FirstName, FieldNames.FirstName, errors),
        LastName = Name(written.LastName, FieldNames.LastName, errors),
        JobTitle = Line(written.JobTitle, FieldNames.JobTitle, NameLength, errors),
        Department = Line(written.Department, FieldNames.Department, NameLength, errors),
        LineManager = Line(written.LineManager, FieldNames.LineManager, EmailAddress.MaxLength, errors),
        StartDate = written.StartDate,
        EmployeeId = Line(written.EmployeeId, FieldNames.EmployeeId, IdLength, errors),
        Language = language,
        Fields = Fields(written.Fields, errors),
    };

    private static bool IsPlain(Invite invite) =>
        invite.FirstName is null && invite.LastName is null && invite.JobTitle is null && invite.Department is null
        && invite.LineManager is null && invite.StartDate is null && invite.EmployeeId is null && invite.Fields is null or { Count: 0 };

    private static string? Name(string? text, string field, ErrorList errors) =>
        text is null ? null : Take(PersonText.CleanName(text, NameLength), field, NameLength, errors);

    private static string? Line(string? text, string field, int maxLength, ErrorList errors) =>
        text is null ? null : Take(PersonText.CleanLine(text, maxLength), field, maxLength, errors);

    private static IReadOnlyDictionary<string, string> Fields(IReadOnlyDictionary<string, string>? fields, ErrorList errors)
    {
        if (fields is null or { Count: 0 })
            return Empty<string, string>.Dictionary;
        var cleaned = new Dictionary<string, string>(fields.Count, StringComparer.Ordinal);
        foreach (var (key, text) in fields)
        {
            if (Take(PersonText.CleanMessage(text, FieldDefinition.LongestValue), ForeignText.Shown(key), FieldDefinition.LongestValue, errors) is { } value)
                cleaned[key] = value;
        }

        return cleaned;
    }

    private static string? Language(string? text, IReadOnlyList<string> supported, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (LanguageTag.TryParse(text, out var tag) && LanguageTag.IsSupported(tag, supported))
            return tag;
        errors.Add(Refusals.Of(InvitationErrorCodes.LanguageUnsupported, FieldNames.Language, "language", text.Trim(), "supported", supported));
        return null;
    }

    private static string? Take(PersonTextResult result, string field, int maxLength, ErrorList errors)
    {
        if (!result.Succeeded)
            errors.Add(Refusal(result.Problem, field, maxLength));
        return result.Value;
    }

    private static InvitationError Refusal(PersonTextProblem problem, string field, int maxLength) => problem switch
    {
        PersonTextProblem.TooLong => Refusals.Of(InvitationErrorCodes.TextTooLong, field, "field", field, "limit", maxLength),
        PersonTextProblem.Link => Refusals.Value(InvitationErrorCodes.TextCarriesUrl, field),
        _ => Refusals.Value(InvitationErrorCodes.TextNotAllowed, field),
    };
}
