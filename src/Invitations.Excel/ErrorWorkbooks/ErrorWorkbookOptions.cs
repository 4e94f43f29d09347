using System.Globalization;

namespace Invitations;

/// <summary>Which rows an error workbook has, and in which language it speaks.</summary>
public sealed record ErrorWorkbookOptions
{
    /// <summary>The most cells with a note: 5,000. What is wrong with others says the first column alone.</summary>
    public const int MostNotes = 5_000;

    /// <summary>The language of reasons, notes and instructions: English, French, Dutch or German. Null, the default, means <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>
    /// Whether rows without a mistake are left out. Right after <see cref="BatchMode.ValidRowsOnly"/>, where they are staged already; the default value is
    /// <see langword="false"/>, as an import is all or nothing by default. Rows behind the last problem of a list that was cut off
    /// (<c>problems.too_many</c>) are always kept, since nothing is known of them.
    /// </summary>
    public bool LeaveOutCorrectRows { get; init; }

    /// <summary>The sheet, as in <see cref="ImportOptions.Sheet"/>.</summary>
    public string? Sheet { get; init; }

    /// <summary>How much of the file is read.</summary>
    public SpreadsheetLimits Limits { get; init; } = new();

    /// <summary>What stands above the instructions, such as the name of the organisation, or null.</summary>
    public string? Title { get; init; }
}
