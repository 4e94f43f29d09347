using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>Drop-down lists, and what a spreadsheet program says at once about a cell that is filled in wrongly.</summary>
internal static class CellRules
{
    private const int LongestMessage = 225;

    public static DataValidations? Of(IReadOnlyList<PeopleColumn> columns, ChoiceLists lists, int firstRow, CultureInfo culture)
    {
        var rules = new List<(string Key, DataValidation Rule, List<string> Ranges)>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Column is not { } column || Rule(column, lists, ColumnName.Cell(i + 1, firstRow), culture) is not { } rule)
                continue;
            var key = rule.OuterXml;
            var range = $"{ColumnName.Cell(i + 1, firstRow)}:{ColumnName.Cell(i + 1, PeopleSheet.LastRow)}";
            var same = rules.Find(other => other.Key == key);
            if (same.Rule is null)
                rules.Add((key, rule, [range]));
            else
                same.Ranges.Add(range);
        }

        foreach (var (_, rule, ranges) in rules)
            rule.SequenceOfReferences = new(ranges.Select(range => new StringValue(range)));
        return rules.Count == 0 ? null : new(rules.Select(rule => rule.Rule)) { Count = (uint)rules.Count };
    }

    private static DataValidation? Rule(SpreadsheetColumn column, ChoiceLists lists, string first, CultureInfo culture) => column.Kind switch
    {
        SpreadsheetColumnKind.Email => Formula($"AND(ISNUMBER(FIND(\"@\",{first})),ISERROR(FIND(\" \",{first})))", "rule.email", culture),
        SpreadsheetColumnKind.Phone when column.NeedsCountryCode => Formula($"OR(LEFT({first},1)=\"+\",LEFT({first},2)=\"00\")", "rule.phone", culture),
        SpreadsheetColumnKind.Date => Bounded(DataValidationValues.Date, DataValidationOperatorValues.GreaterThanOrEqual, "1", "rule.date", culture),
        SpreadsheetColumnKind.Number =>
            Bounded(DataValidationValues.Decimal, DataValidationOperatorValues.GreaterThanOrEqual, "-1E+300", "rule.number", culture),
        _ when lists.RangeOf(column) is { } range => List(column, range, culture),
        _ when column.MaxLength is { } limit => Length(limit, culture),
        _ => null,
    };

    private static DataValidation List(SpreadsheetColumn column, string range, CultureInfo culture)
    {
        var rule = new DataValidation { Type = DataValidationValues.List, AllowBlank = true, Formula1 = new(range) };
        return column.IsClosed ? Refusing(rule, "rule.list", culture) : rule;
    }

    private static DataValidation Length(int limit, CultureInfo culture)
    {
        var rule = Bounded(
            DataValidationValues.TextLength,
            DataValidationOperatorValues.LessThanOrEqual,
            limit.ToString(CultureInfo.InvariantCulture),
            "rule.length",
            culture);
        rule.Error = Short(TemplateTexts.Get("rule.length", culture, "limit", limit.ToString("N0", culture)));
        return rule;
    }

    /// <summary>A formula may be wrong about a value that is right: it warns, and people can go on.</summary>
    private static DataValidation Formula(string formula, string text, CultureInfo culture)
    {
        var rule = Refusing(new() { Type = DataValidationValues.Custom, AllowBlank = true, Formula1 = new(formula) }, text, culture);
        rule.ErrorStyle = DataValidationErrorStyleValues.Warning;
        return rule;
    }

    private static DataValidation Bounded(
        DataValidationValues type, DataValidationOperatorValues comparison, string bound, string text, CultureInfo culture) =>
        Refusing(new() { Type = type, Operator = comparison, AllowBlank = true, Formula1 = new(bound) }, text, culture);

    private static DataValidation Refusing(DataValidation rule, string text, CultureInfo culture)
    {
        rule.ShowErrorMessage = true;
        rule.Error = Short(TemplateTexts.Get(text, culture));
        return rule;
    }

    private static string Short(string text) => text.Length > LongestMessage ? text[..LongestMessage] : text;
}
