namespace Invitations;

/// <summary>What becomes of a cell with a formula.</summary>
public enum FormulaRule
{
    /// <summary>The value counts that the spreadsheet program saved with the formula, which is what people see.</summary>
    ReadValue,

    /// <summary>The row is refused.</summary>
    Refuse,
}
