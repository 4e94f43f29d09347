namespace Invitations;

/// <summary>Makes a column that every tenant has, with the texts of <c>Columns.resx</c>.</summary>
internal static class BuiltInColumn
{
    public static SpreadsheetColumn Of(
        string key,
        SpreadsheetColumnKind kind = SpreadsheetColumnKind.Text,
        IReadOnlyList<SpreadsheetChoice>? choices = null,
        double width = 18,
        bool isRecipient = false,
        bool isClosed = false,
        bool needsCountryCode = false,
        int? maxLength = null,
        string? texts = null) => new()
    {
        Key = key,
        ErrorField = key == SpreadsheetColumnKeys.Admin ? SpreadsheetColumnKeys.Roles : key,
        Kind = kind,
        Choices = choices ?? [],
        Width = width,
        IsRecipient = isRecipient,
        IsClosed = isClosed,
        NeedsCountryCode = needsCountryCode,
        MaxLength = maxLength,
        Names = [.. Names(texts ?? key)],
        Label = culture => ColumnTexts.Get($"{texts ?? key}.label", culture),
        Note = culture => ColumnTexts.Get($"{texts ?? key}.note", culture),
        Example = culture => ColumnTexts.Find($"{texts ?? key}.example", culture) ?? "",
    };

    private static IEnumerable<string> Names(string key)
    {
        foreach (var culture in ColumnTexts.Cultures)
            yield return ColumnTexts.Get($"{key}.label", culture);
        foreach (var culture in ColumnTexts.Cultures)
        {
            foreach (var name in ColumnTexts.Find($"{key}.aliases", culture)?.Split('|') ?? [])
                yield return name;
        }
    }
}
