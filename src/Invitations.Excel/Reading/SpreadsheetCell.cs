namespace Invitations;

/// <summary>One cell of a row.</summary>
/// <param name="column">The number of the column, from 1.</param>
/// <param name="kind">What the value is.</param>
/// <param name="text">The value, written as its kind says. Empty for a formula without a calculated value.</param>
/// <param name="isFormula">Whether the value was calculated by a formula.</param>
public readonly struct SpreadsheetCell(int column, SpreadsheetCellKind kind, string text, bool isFormula = false)
{
    /// <summary>The number of the column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>What the value is.</summary>
    public SpreadsheetCellKind Kind { get; } = kind;

    /// <summary>Whether the value was calculated by a formula.</summary>
    public bool IsFormula { get; } = isFormula;

    /// <summary>The value, written as its kind says. Empty for a formula without a calculated value.</summary>
    public string Text { get; } = text;

    /// <summary>The column alone, since the value is personal data.</summary>
    public override string ToString() => FormattableString.Invariant($"column {Column}: {Kind}");
}
