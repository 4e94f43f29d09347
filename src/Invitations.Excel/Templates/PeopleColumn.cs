using System.Globalization;

namespace Invitations;

/// <summary>One column of a sheet of people as it is written.</summary>
/// <param name="Header">What the header says.</param>
/// <param name="Key">The key behind it, or null where the file of a person has a column that nobody knows.</param>
/// <param name="Column">The column of the tenant, or null.</param>
internal sealed record PeopleColumn(string Header, string? Key, SpreadsheetColumn? Column)
{
    private const double DefaultWidth = 16;

    public double Width { get; init; } = Column?.Width ?? DefaultWidth;

    /// <summary>What is said about this column of this file, behind what it is for.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What cells look like that nobody has written yet. Text keeps the zeros and the plus sign that people type.</summary>
    public CellStyle Style => Column?.Kind switch
    {
        null or SpreadsheetColumnKind.Number => CellStyle.Plain,
        SpreadsheetColumnKind.Date => CellStyle.Date,
        SpreadsheetColumnKind.Reason => CellStyle.Reason,
        _ => CellStyle.Text,
    };

    public static PeopleColumn Of(SpreadsheetColumn column, SpreadsheetColumns all, CultureInfo culture)
    {
        var header = all.HeaderOf(column, culture);
        return new(column.IsRequired ? header + " *" : header, column.Key, column);
    }
}
