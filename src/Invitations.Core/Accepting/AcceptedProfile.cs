namespace Invitations;

/// <summary>What the person filled in, over what the inviter knew.</summary>
internal static class AcceptedProfile
{
    /// <summary>The profile of whoever accepts. Where nobody in particular was invited, the person alone can fill in what is required.</summary>
    public static Profile Merge(Invitation invitation, Profile? filledIn, TenantSettings settings, out IReadOnlyList<InvitationError> errors)
    {
        var merged = Merge(invitation.Profile, filledIn, settings, out errors);
        if (errors.Count == 0 && (invitation.Recipient.IsAnyone || invitation.LinkId is not null))
            errors = [.. FieldRules.Judge(settings.Fields, merged.Fields, isWhole: true).Where(error => error.Code is InvitationErrorCodes.ValueMissing)];
        return merged;
    }

    private static Profile Merge(Profile invited, Profile? filledIn, TenantSettings settings, out IReadOnlyList<InvitationError> errors)
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
