namespace Invitations;

/// <summary>What people call a batch: often the name of a file.</summary>
internal static class BatchName
{
    private const int MaxLength = 200;

    public static string? Read(string? text, ErrorList errors)
    {
        var name = PersonText.CleanLine(text, MaxLength);
        switch (name.Problem)
        {
            case PersonTextProblem.None:
                return name.Value;
            case PersonTextProblem.TooLong:
                errors.Add(Refusals.Of(InvitationErrorCodes.TextTooLong, FieldNames.Name, "field", FieldNames.Name, "limit", MaxLength));
                return null;
            case PersonTextProblem.Link:
                errors.Add(Refusals.Value(InvitationErrorCodes.TextCarriesUrl, FieldNames.Name));
                return null;
            default:
                errors.Add(Refusals.Value(InvitationErrorCodes.TextNotAllowed, FieldNames.Name));
                return null;
        }
    }
}
