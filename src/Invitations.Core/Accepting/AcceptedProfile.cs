namespace Invitations;

/// <summary>What the person filled in, over what the inviter knew.</summary>
internal static class AcceptedProfile
{
    public static Profile Merge(Profile invited, Profile? filledIn, TenantSettings settings, out IReadOnlyList<InvitationError> errors)
    {
        errors = [];
        if (filledIn is null)
            return invited;

        // Which employee somebody is, the inviter says: it is unique, and no form of the invited person decides it.
        var found = new ErrorList();
        var own = ProfileReader.Clean(filledIn with { EmployeeId = null }, settings, found);
        foreach (var error in FieldRules.Judge(settings.Fields, own.Fields, isWhole: false))
            found.Add(error);
        errors = found.Errors;
        return invited with
        {
            FirstName = own.FirstName ?? invited.FirstName,
            LastName = own.LastName ?? invited.LastName,
            JobTitle = own.JobTitle ?? invited.JobTitle,
            Department = own.Department ?? invited.Department,
            LineManager = own.LineManager ?? invited.LineManager,
            StartDate = own.StartDate ?? invited.StartDate,
            Language = own.Language ?? invited.Language,
            Fields = own.Fields.Count == 0 ? invited.Fields : Merge(invited.Fields, own.Fields),
        };
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> invited, IReadOnlyDictionary<string, string> own)
    {
        var merged = new Dictionary<string, string>(invited, StringComparer.Ordinal);
        foreach (var (key, value) in own)
            merged[key] = value;
        return merged;
    }
}
