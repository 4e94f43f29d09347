namespace Invitations;

/// <summary>How a cell of a column is written and read.</summary>
internal enum SpreadsheetColumnKind
{
    /// <summary>Text as it stands.</summary>
    Text,

    /// <summary>Exactly one e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no, by <see cref="SpreadsheetColumn.Choices"/>.</summary>
    Boolean,

    /// <summary>One of <see cref="SpreadsheetColumn.Choices"/>.</summary>
    Choice,

    /// <summary>A language, by its tag or by one of <see cref="SpreadsheetColumn.Choices"/>.</summary>
    Language,

    /// <summary>Several values in one cell.</summary>
    List,

    /// <summary>An X, or nothing, by <see cref="SpreadsheetColumn.Choices"/>.</summary>
    Mark,

    /// <summary>Not for the import: it says what is wrong with the row.</summary>
    Reason,
}
