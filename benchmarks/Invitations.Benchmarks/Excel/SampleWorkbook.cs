using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Invitations.Benchmarks.Excel;

/// <summary>A workbook of people with 12 columns, written the way Excel writes them: texts apart from the cells, dates as numbers.</summary>
internal static class SampleWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] Headers =
        ["email", "first_name", "last_name", "phone", "job_title", "department", "line_manager", "start_date", "employee_id", "language", "roles", "personal_message"];

    /// <summary>How many texts are the same for many people.</summary>
    private const int Shared = 100;

    public static void Write(Stream target, int rows)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add(archive, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
            "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add(archive, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
            $"<Relationship Id=\"rId2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        WriteTexts(archive, rows);
        WriteRows(archive, rows);
    }

    private static void WriteTexts(ZipArchive archive, int rows)
    {
        using var texts = Open(archive, "xl/sharedStrings.xml");
        texts.Write($"<sst xmlns=\"{Main}\">");
        foreach (var header in Headers)
            texts.Write($"<si><t>{header}</t></si>");
        for (var i = 0; i < Shared; i++)
            texts.Write($"<si><t>Word {(char)('A' + (i % 26))}{(char)('a' + (i / 26))}</t></si>");
        texts.Write("<si><t>en</t></si><si><t>editor</t></si>");
        for (var i = 0; i < rows; i++)
            texts.Write(string.Create(CultureInfo.InvariantCulture, $"<si><t>person-{i}@example.com</t></si><si><t>+447{911_000_000 + (i % 999_999)}</t></si><si><t>E-{i}</t></si>"));
        texts.Write("</sst>");
    }

    private static void WriteRows(ZipArchive archive, int rows)
    {
        using var sheet = Open(archive, "xl/worksheets/sheet1.xml");
        sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">");
        for (var column = 0; column < Headers.Length; column++)
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}1\" t=\"s\"><v>{column}</v></c>"));
        sheet.Write("</row>");
        var (words, language, own) = (Headers.Length, Headers.Length + Shared, Headers.Length + Shared + 2);
        for (var i = 0; i < rows; i++)
        {
            var (r, word) = (i + 2, words + (i % Shared));
            sheet.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<row r=\"{r}\"><c r=\"A{r}\" t=\"s\"><v>{own + (3 * i)}</v></c><c r=\"B{r}\" t=\"s\"><v>{word}</v></c><c r=\"C{r}\" t=\"s\"><v>{word}</v></c>" +
                $"<c r=\"D{r}\" t=\"s\"><v>{own + (3 * i) + 1}</v></c><c r=\"E{r}\" t=\"s\"><v>{word}</v></c><c r=\"F{r}\" t=\"s\"><v>{word}</v></c><c r=\"G{r}\" t=\"s\"><v>{word}</v></c>" +
                $"<c r=\"H{r}\" s=\"1\"><v>{46_357 + (i % 300)}</v></c><c r=\"I{r}\" t=\"s\"><v>{own + (3 * i) + 2}</v></c><c r=\"J{r}\" t=\"s\"><v>{language}</v></c>" +
                $"<c r=\"K{r}\" t=\"s\"><v>{language + 1}</v></c><c r=\"L{r}\" t=\"s\"><v>{word}</v></c></row>"));
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static StreamWriter Open(ZipArchive archive, string part) =>
        new(archive.CreateEntry(part, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);

    private static void Add(ZipArchive archive, string part, string content)
    {
        using var writer = Open(archive, part);
        writer.Write(content);
    }
}
