using System.Globalization;

namespace Invitations;

/// <summary>Makes the column of a field of the host.</summary>
internal static class HostColumn
{
    private static readonly HashSet<string> BuiltInKeys =
    [
        .. typeof(SpreadsheetColumnKeys).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static SpreadsheetColumn Of(FieldDefinition field)
    {
        var label = string.IsNullOrWhiteSpace(field.Label) ? field.Key : field.Label.Trim();
        var kind = KindOf(field);
        return new()
        {
            Key = BuiltInKeys.Contains(field.Key) ? SpreadsheetColumnKeys.FieldPrefix + field.Key : field.Key,
            ErrorField = field.Key,
            Kind = kind,
            Field = field,
            IsRequired = field.IsRequired,
            Choices = kind switch
            {
                SpreadsheetColumnKind.Choice => [.. field.Choices.Select(choice => new SpreadsheetChoice(choice))],
                SpreadsheetColumnKind.Boolean => ColumnChoices.YesOrNo,
                _ => [],
            },
            IsClosed = true,
            MaxLength = field.MaxLength,
            Width = Math.Clamp(label.Length + 4, 12, 30),
            Names = [label, field.Key],
            Label = _ => label,
            Note = culture => NoteOf(field, kind, culture),
        };
    }

    private static SpreadsheetColumnKind KindOf(FieldDefinition field) => field switch
    {
        { Type: FieldType.Boolean } => SpreadsheetColumnKind.Boolean,
        { Choices.Count: > 0 } => SpreadsheetColumnKind.Choice,
        { Type: FieldType.Date } => SpreadsheetColumnKind.Date,
        { Type: FieldType.Number } => SpreadsheetColumnKind.Number,
        _ => SpreadsheetColumnKind.Text,
    };

    private static string NoteOf(FieldDefinition field, SpreadsheetColumnKind kind, CultureInfo culture)
    {
        var how = kind switch
        {
            SpreadsheetColumnKind.Boolean => ColumnTexts.Get("field.boolean", culture),
            SpreadsheetColumnKind.Choice => ColumnTexts.Get("field.choice", culture),
            SpreadsheetColumnKind.Date => ColumnTexts.Get("field.date", culture),
            SpreadsheetColumnKind.Number => ColumnTexts.Get("field.number", culture),
            _ => ColumnTexts.Get("field.text", culture).Replace("{limit}", field.MaxLength.ToString("N0", culture), StringComparison.Ordinal),
        };
        return field.IsRequired ? $"{ColumnTexts.Get("field.required", culture)} {how}" : how;
    }
}
