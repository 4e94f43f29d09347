using System.Globalization;

namespace Invitations;

/// <summary>Writes a cell back as it was read, in the format that its column needs.</summary>
internal static class WrittenCell
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss"];

    public static void Write(SheetWriter sheet, int number, PeopleColumn column, SpreadsheetCell cell, bool isWrong)
    {
        var text = cell.Text ?? "";
        var isText = column.Style is CellStyle.Text;
        if (!isText && cell.Kind is SpreadsheetCellKind.Date && IsDate(text, out var date))
            sheet.Date(number, date, isWrong ? CellStyle.WrongDate : CellStyle.Date);
        else if (!isText && cell.Kind is SpreadsheetCellKind.Number && IsNumber(text))
            sheet.Value(number, text, isWrong ? CellStyle.WrongNumber : CellStyle.Plain);
        else
            sheet.Text(number, cell.Kind is SpreadsheetCellKind.Number ? Digits(text) : text, isWrong ? CellStyle.WrongText : CellStyle.Text);
    }

    private static bool IsDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

    /// <summary>A number that somebody typed into a column of text, such as a phone number that a spreadsheet shows as 4.477E+11.</summary>
    private static string Digits(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.############################", CultureInfo.InvariantCulture)
            : text;
}
