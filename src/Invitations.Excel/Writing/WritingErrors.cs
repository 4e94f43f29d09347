namespace Invitations;

/// <summary>Makes the refusals of what is asked to be written.</summary>
internal static class WritingErrors
{
    public static InvitationError FieldUnknown(string key) => Of(InvitationErrorCodes.FieldUnknown, key, "field", key);

    public static InvitationError GroupUnknown(string group) => Of(InvitationErrorCodes.GroupUnknown, SpreadsheetColumnKeys.Groups, "group", group);

    private static InvitationError Of(string code, string field, string argument, string value) => new(code, field)
    {
        Arguments = new Dictionary<string, object>(1, StringComparer.Ordinal) { [argument] = value },
    };
}
