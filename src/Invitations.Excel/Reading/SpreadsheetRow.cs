namespace Invitations;

/// <summary>One row of a sheet.</summary>
/// <param name="number">The number of the row as a spreadsheet program shows it, from 1.</param>
/// <param name="cells">The cells that have a value or a formula, by column, each column once.</param>
public sealed class SpreadsheetRow(int number, IReadOnlyList<SpreadsheetCell> cells)
{
    /// <summary>The number of the row as a spreadsheet program shows it, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The cells that have a value or a formula, by column, each column once.</summary>
    public IReadOnlyList<SpreadsheetCell> Cells { get; } = cells;

    /// <summary>The number alone, since the cells are personal data.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Number}");
}
