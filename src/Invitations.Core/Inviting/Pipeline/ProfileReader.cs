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

        return new()
        {
            FirstName = Name(invite.FirstName, FieldNames.FirstName, errors),
            LastName = Name(invite.LastName, FieldNames.LastName, errors),
            JobTitle = Line(invite.JobTitle, FieldNames.JobTitle, NameLength, errors),
            Department = Line(invite.Department, FieldNames.Department, NameLength, errors),
            LineManager = Line(invite.LineManager, FieldNames.LineManager, EmailAddress.MaxLength, errors),
            StartDate = invite.StartDate,
            EmployeeId = Line(invite.EmployeeId, FieldNames.EmployeeId, IdLength, errors),
            Language = language,
            Fields = Fields(invite.Fields, errors),
        };
    }

    /// <summary>The same rules for a profile that somebody filled in or edited.</summary>
    public static Profile Clean(Profile profile, TenantSettings settings, ErrorList errors) => new()
    {
        FirstName = Name(profile.FirstName, FieldNames.FirstName, errors),
        LastName = Name(profile.LastName, FieldNames.LastName, errors),
        JobTitle = Line(profile.JobTitle, FieldNames.JobTitle, NameLength, errors),
        Department = Line(profile.Department, FieldNames.Department, NameLength, errors),
        LineManager = Line(profile.LineManager, FieldNames.LineManager, EmailAddress.MaxLength, errors),
        StartDate = profile.StartDate,
        EmployeeId = Line(profile.EmployeeId, FieldNames.EmployeeId, IdLength, errors),
        Language = Language(profile.Language, settings.Languages, errors),
        Fields = Fields(profile.Fields, errors),
    };

    public static string? Message(string? text, int maxLength, ErrorList errors) =>
        text is null ? null : Take(PersonText.CleanMessage(text, maxLength), FieldNames.PersonalMessage, maxLength, errors);

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
