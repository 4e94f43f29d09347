using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>The sheet that says how to fill in the other one. Its examples are not imported: an import reads the sheet with the keys.</summary>
internal sealed class InstructionSheet(PeopleSheet people, string peopleName, string? title)
{
    private const int MostValues = 20;
    private const int Steps = 6;

    private CultureInfo Culture => people.Culture;

    public async Task WriteAsync(WorkbookPackage package, int number, CancellationToken cancellationToken)
    {
        var columns = SheetWriter.Columns([(28, CellStyle.Plain), (64, CellStyle.Plain), (16, CellStyle.Plain), (34, CellStyle.Plain), (26, CellStyle.Plain)]);
        using (var sheet = new SheetWriter(
            package.Begin(WorkbookFrame.Sheet(number)),
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            columns))
        {
            WriteSteps(sheet);
            WriteTable(sheet);
            sheet.End(
                new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
                new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        }

        await package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
    }

    private void WriteSteps(SheetWriter sheet)
    {
        if (!string.IsNullOrWhiteSpace(title))
            Line(sheet, title, CellStyle.Title, 24);
        Line(sheet, Text("instructions.title"), CellStyle.Title, 24);
        for (var step = 1; step <= Steps; step++)
        {
            var text = Text($"instructions.step{step}")
                .Replace("{sheet}", peopleName, StringComparison.Ordinal)
                .Replace("{columns}", string.Join(", ", Recipients()), StringComparison.Ordinal);
            Line(sheet, $"{step}. {text}", CellStyle.Text, null);
        }

        Line(sheet, null, CellStyle.Plain, null);
    }

    private void WriteTable(SheetWriter sheet)
    {
        sheet.BeginRow();
        string[] heads = ["table.column", "table.how", "table.required", "table.values", "table.example"];
        for (var i = 0; i < heads.Length; i++)
            sheet.Text(i + 1, Text(heads[i]), CellStyle.TableHeader);
        sheet.EndRow();
        foreach (var person in people.Columns)
        {
            if (person.Column is not { } column || column.Kind is SpreadsheetColumnKind.Reason)
                continue;
            string?[] cells = [person.Header, column.NoteIn(Culture), Required(column), Values(column), Example(column)];
            sheet.BeginRow(Height(cells));
            for (var i = 0; i < cells.Length; i++)
                sheet.Text(i + 1, cells[i], CellStyle.TableCell);
            sheet.EndRow();
        }
    }

    private static double Height(string?[] cells)
    {
        double[] widths = [26, 62, 14, 32, 24];
        return 15 * Math.Clamp(cells.Select((cell, i) => Math.Ceiling((cell?.Length ?? 0) / widths[i])).Max(), 1, 20);
    }

    private string? Required(SpreadsheetColumn column) =>
        column.IsRequired ? Text("required.yes") : column.IsRecipient ? Text("required.one_of") : null;

    private string Values(SpreadsheetColumn column)
    {
        var shown = column.Choices.Select(choice => choice.ShownIn(Culture)).Where(text => text.Length > 0).Take(MostValues + 1).ToList();
        return string.Join(", ", shown.Take(MostValues)) + (shown.Count > MostValues ? ", …" : "");
    }

    private string Example(SpreadsheetColumn column) =>
        column.ExampleIn(Culture) is { Length: > 0 } example ? example
        : column.Choices.Select(choice => choice.ShownIn(Culture)).FirstOrDefault() ?? "";

    private IEnumerable<string> Recipients() => people.Columns.Where(person => person.Column?.IsRecipient == true).Select(person => person.Header);

    private string Text(string name) => TemplateTexts.Get(name, Culture);

    private static void Line(SheetWriter sheet, string? text, CellStyle style, double? height)
    {
        sheet.BeginRow(height);
        sheet.Text(1, text, style);
        sheet.EndRow();
    }
}
