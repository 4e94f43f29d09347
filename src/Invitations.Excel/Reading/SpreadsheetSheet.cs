namespace Invitations;

/// <summary>One sheet of a file.</summary>
public sealed class SpreadsheetSheet
{
    /// <summary>The name on the tab; empty for a text file.</summary>
    public required string Name { get; init; }

    /// <summary>Whether somebody who opens the file does not see the sheet. The default value is <see langword="false"/>.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether a number that stands for a date counts the days from 1904 and not from 1900. The default value is <see langword="false"/>.</summary>
    public bool CountsDatesFrom1904 { get; init; }

    /// <summary>The rows that have a value in any cell, in the order of the file. Each enumeration reads them anew, and none may be longer than the <see cref="Spreadsheet"/> is open.</summary>
    public required IEnumerable<SpreadsheetRow> Rows { get; init; }
}
