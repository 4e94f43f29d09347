namespace Invitations;

/// <summary>A workbook that is to be read.</summary>
public sealed class SpreadsheetContext
{
    /// <summary>The file: seekable, at its beginning, and not to be closed.</summary>
    public required Stream File { get; init; }

    /// <summary>How much may be read.</summary>
    public required SpreadsheetLimits Limits { get; init; }
}
