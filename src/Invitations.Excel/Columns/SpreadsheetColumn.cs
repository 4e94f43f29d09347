using System.Globalization;

namespace Invitations;

/// <summary>One column that a spreadsheet of people can have: what it fills, what its header says, how its cells are written.</summary>
/// <remarks>Templates and error workbooks are written from these columns, and headers are matched with them.</remarks>
internal sealed class SpreadsheetColumn
{
    /// <summary>The stable key, one of <see cref="SpreadsheetColumnKeys"/> or that of a field of the host.</summary>
    public required string Key { get; init; }

    /// <summary>What an <see cref="InvitationError.Field"/> names when it is about this column.</summary>
    public required string ErrorField { get; init; }

    public required SpreadsheetColumnKind Kind { get; init; }

    /// <summary>The field of the host that this column fills, or null.</summary>
    public FieldDefinition? Field { get; init; }

    /// <summary>The group that an X in this column puts people into, or null.</summary>
    public Group? Group { get; init; }

    /// <summary>Whether a row without a value is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether this column says who is invited. A file needs one of these columns.</summary>
    public bool IsRecipient { get; init; }

    /// <summary>The values to choose from. Empty where any is.</summary>
    public IReadOnlyList<SpreadsheetChoice> Choices { get; init; } = [];

    /// <summary>Whether a value that is none of <see cref="Choices"/> is wrong for sure.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The longest value, in UTF-16 code units, or null where nothing is said.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a phone number is not understood without its country code.</summary>
    public bool NeedsCountryCode { get; init; }

    /// <summary>The width on the sheet, in characters.</summary>
    public double Width { get; init; } = 18;

    /// <summary>Everything that a header of this column may say: key, label in every language, other words for it.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required Func<CultureInfo, string> Label { private get; init; }

    public required Func<CultureInfo, string> Note { private get; init; }

    public Func<CultureInfo, string> Example { private get; init; } = _ => "";

    /// <summary>What the header says.</summary>
    public string LabelIn(CultureInfo culture) => Label(culture);

    /// <summary>What the column is for and how it is filled in.</summary>
    public string NoteIn(CultureInfo culture) => Note(culture);

    /// <summary>A value as people would write it, or an empty text.</summary>
    public string ExampleIn(CultureInfo culture) => Example(culture);

    /// <summary>The value that people mean by a text, where it is one of <see cref="Choices"/>.</summary>
    /// <returns>The value to keep, or null.</returns>
    public string? ChoiceOf(string text)
    {
        foreach (var choice in Choices)
        {
            if (choice.Names.Contains(text))
                return choice.Value;
        }

        return null;
    }
}
