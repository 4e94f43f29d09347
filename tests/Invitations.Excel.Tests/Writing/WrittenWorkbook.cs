using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Markup = DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;

namespace Invitations.Excel.Tests.Writing;

/// <summary>A workbook that the library wrote, seen by readers that are not its own.</summary>
internal sealed class WrittenWorkbook(byte[] content)
{
    // The other reader asks for a code page of old files before it looks at a new one.
    static WrittenWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What speaks against the file by the schema of Excel: it would open with a repair message.</summary>
    public IReadOnlyList<string> Mistakes => Inspect(document =>
        (IReadOnlyList<string>)[.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(mistake => $"{mistake.Part?.Uri} {mistake.Path?.XPath}: {mistake.Description}")]);

    public IReadOnlyList<(string Name, bool IsHidden)> Sheets => Inspect(document =>
        (IReadOnlyList<(string, bool)>)[.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => (sheet.Name!.Value!, sheet.State?.Value == SheetStateValues.Hidden))]);

    /// <summary>All cells of a sheet, by an independent reader.</summary>
    public IReadOnlyList<object?[]> Rows(int sheet = 0)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
        for (var i = 0; i < sheet; i++)
            Assert.True(reader.NextResult());
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))]);
        return rows;
    }

    public IReadOnlyList<DataValidation> Rules => Inspect(document =>
        (IReadOnlyList<DataValidation>)[.. Sheet(document).Descendants<DataValidation>().Select(rule => (DataValidation)rule.CloneNode(true))]);

    /// <summary>The notes by cell.</summary>
    public IReadOnlyDictionary<string, string> Notes => Inspect(document =>
        (IReadOnlyDictionary<string, string>)document.WorkbookPart!.WorksheetParts
            .Select(part => part.WorksheetCommentsPart)
            .OfType<WorksheetCommentsPart>()
            .SelectMany(part => part.Comments.CommentList!.Elements<Comment>())
            .ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText));

    /// <summary>The format code of cells that nobody has written yet, by the number of their column.</summary>
    public IReadOnlyDictionary<int, uint> ColumnFormats => Inspect(document =>
    {
        var formats = Formats(document);
        return (IReadOnlyDictionary<int, uint>)Sheet(document).Descendants<Column>()
            .ToDictionary(column => (int)column.Min!.Value, column => formats[(int)(column.Style?.Value ?? 0)].NumberFormatId!.Value);
    });

    /// <summary>The format of a cell.</summary>
    public Markup.CellFormat FormatOf(string reference, int sheet = 0) => Inspect(document =>
    {
        var cell = Sheet(document, sheet).Descendants<Cell>().Single(cell => cell.CellReference == reference);
        return (Markup.CellFormat)Formats(document)[(int)(cell.StyleIndex?.Value ?? 0)].CloneNode(true);
    });

    public T Inspect<T>(Func<SpreadsheetDocument, T> look)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return look(document);
    }

    public static Worksheet Sheet(SpreadsheetDocument document, int index = 0)
    {
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook.Sheets!.Elements<Sheet>().ElementAt(index);
        return ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet;
    }

    private static Markup.CellFormat[] Formats(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<Markup.CellFormat>()];
}
