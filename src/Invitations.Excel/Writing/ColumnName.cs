using System.Globalization;

namespace Invitations;

/// <summary>What a spreadsheet calls columns and cells, without making the names of the first columns again and again.</summary>
internal static class ColumnName
{
    private static readonly string[] First = [.. Enumerable.Range(1, 500).Select(CellReference.ColumnName)];

    /// <param name="column">The number of the column, from 1.</param>
    public static string Of(int column) => column <= First.Length ? First[column - 1] : CellReference.ColumnName(column);

    public static string Cell(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Of(column)}{row}");
}
