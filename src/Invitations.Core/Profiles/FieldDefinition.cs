namespace Invitations;

/// <summary>One field of the host's own that an invitation can carry.</summary>
/// <remarks>The same list drives the checks of a row, the columns of a spreadsheet, its errors and a form.</remarks>
public sealed record FieldDefinition
{
    /// <summary>The longest value that any field can have, in UTF-16 code units: 10,000.</summary>
    public const int LongestValue = 10_000;

    /// <summary>The stable key: lower-case letters, digits and underscores.</summary>
    public required string Key { get; init; }

    /// <summary>What people read: the header of a column, the label of an input. Null means the key.</summary>
    public string? Label { get; init; }

    /// <summary>The type of the value. The default value is <see cref="FieldType.Text"/>.</summary>
    public FieldType Type { get; init; }

    /// <summary>Whether a row without a value is refused. The default value is <see langword="false"/>.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values allowed, compared ordinally ignoring case, or empty where any value of the type is. Empty by default.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The longest value, in UTF-16 code units, 1 to <see cref="LongestValue"/>. The default value is 200.</summary>
    public int MaxLength { get; init; } = 200;
}
