namespace Invitations;

/// <summary>Makes the refusals of whole files.</summary>
internal static class FileRefusal
{
    public const string FileBytes = "file_bytes";
    public const string UnpackedBytes = "unpacked_bytes";
    public const string TextBytes = "text_bytes";
    public const string Parts = "parts";
    public const string Rows = "rows";
    public const string Columns = "columns";
    public const string Depth = "depth";
    public const string Markup = "markup";

    public static SpreadsheetRefusedException Unreadable(Exception? cause = null) => new(new(InvitationErrorCodes.FileUnreadable), cause);

    public static SpreadsheetRefusedException Encrypted() => new(new(InvitationErrorCodes.FileEncrypted));

    public static SpreadsheetRefusedException Empty() => new(new(InvitationErrorCodes.FileEmpty));

    public static SpreadsheetRefusedException Encoding(Exception? cause = null) => new(new(InvitationErrorCodes.FileEncoding), cause);

    public static SpreadsheetRefusedException Format(string format) => new(new(InvitationErrorCodes.FileFormatUnsupported)
    {
        Arguments = new Dictionary<string, object>(1, StringComparer.Ordinal) { ["format"] = format },
    });

    public static SpreadsheetRefusedException TooLarge(string measure, long limit) => new(new(InvitationErrorCodes.FileTooLarge)
    {
        Arguments = new Dictionary<string, object>(2, StringComparer.Ordinal) { ["measure"] = measure, ["limit"] = limit },
    });
}
