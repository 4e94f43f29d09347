namespace Invitations;

/// <summary>What the value of a <see cref="SpreadsheetCell"/> is.</summary>
public enum SpreadsheetCellKind
{
    /// <summary>Text, as it is.</summary>
    Text,

    /// <summary>A number with a point and without grouping, such as <c>12.5</c> or <c>4.477E+11</c>.</summary>
    Number,

    /// <summary>A date as <c>yyyy-MM-dd</c>, followed by <c>THH:mm:ss</c> where it has a time.</summary>
    Date,

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    Boolean,

    /// <summary>What a failed formula shows, such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A text longer than <see cref="SpreadsheetLimits.CellLength"/>, cut off there.</summary>
    TooLong,
}
