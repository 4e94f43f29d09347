using System.IO.Compression;
using System.Text;

namespace Invitations.Excel.Tests.Files;

/// <summary>A workbook made of its parts, right or wrong.</summary>
internal sealed class WorkbookFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string SheetPart = "xl/worksheets/sheet1.xml";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);

    /// <summary>A workbook with one sheet.</summary>
    /// <param name="sheetData">The rows as XML.</param>
    /// <param name="sharedTexts">The items of the shared strings as XML, or null for no such part.</param>
    /// <param name="styles">The styles as XML, or null for no such part.</param>
    public static WorkbookFile Of(string sheetData, string? sharedTexts = null, string? styles = null) => Of([("People", "visible", sheetData)], sharedTexts, styles);

    public static WorkbookFile Of(
        IReadOnlyList<(string Name, string State, string SheetData)> sheets, string? sharedTexts = null, string? styles = null, bool strict = false, string workbookProperties = "")
    {
        var (ns, office) = strict ? (Strict, StrictOffice) : (Main, Office);
        var file = new WorkbookFile();
        file.Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        file.Add("_rels/.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        file.Add("xl/workbook.xml", $"<workbook xmlns=\"{ns}\" xmlns:r=\"{office}\">{workbookProperties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
        file.Add("xl/_rels/workbook.xml.rels", Relationships(
            string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
            + $"<Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"{office}/styles\" Target=\"/xl/styles.xml\"/>"));
        for (var i = 0; i < sheets.Count; i++)
            file.Add($"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i].SheetData, ns));
        if (sharedTexts is not null)
            file.Add("xl/sharedStrings.xml", $"<sst xmlns=\"{ns}\">{sharedTexts}</sst>");
        if (styles is not null)
            file.Add("xl/styles.xml", $"<styleSheet xmlns=\"{ns}\">{styles}</styleSheet>");
        return file;
    }

    /// <summary>A workbook whose cells are texts; null leaves a cell out.</summary>
    public static WorkbookFile OfTexts(params string?[][] rows) => Of(RowsOf(rows));

    /// <summary>Rows of inline texts as XML.</summary>
    public static string RowsOf(params string?[][] rows) =>
        string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((text, c) => text is null ? "" : Text(c + 1, r + 1, text)))}</row>"));

    public static string Text(int column, int row, string text) =>
        $"<c r=\"{CellReference.ColumnName(column)}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>";

    public static string Sheet(string sheetData, string ns = Main) => $"<worksheet xmlns=\"{ns}\"><sheetData>{sheetData}</sheetData></worksheet>";

    public WorkbookFile Add(string part, string content) => Add(part, Encoding.UTF8.GetBytes(content));

    public WorkbookFile Add(string part, byte[] content)
    {
        _parts[part] = content;
        return this;
    }

    public WorkbookFile Remove(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public byte[] ToBytes()
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return target.ToArray();
    }

    private static string Relationships(string content) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{content}</Relationships>";

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
