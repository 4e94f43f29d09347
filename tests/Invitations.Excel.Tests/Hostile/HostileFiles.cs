using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Hostile;

/// <summary>Files that are made to hurt whoever reads them, each with the code that it is refused with, or null where it is read.</summary>
internal static class HostileFiles
{
    private const int Megabyte = 1024 * 1024;
    private const string Open = "<worksheet xmlns=\"" + WorkbookFile.Main + "\"><sheetData>";
    private const string Person = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>ana@example.com</v></c></row>";

    public static IReadOnlyDictionary<string, (Func<byte[]> Make, string? Code)> All { get; } = new Dictionary<string, (Func<byte[]>, string?)>
    {
        ["a bomb that says how large it is"] = (() => WithSheet(Repeat(Open, "<row><c t=\"str\"><v>a</v></c></row>", 400 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["a bomb that says it is small"] = (() => SayingSmall(WithSheet(Repeat(Open, "<row><c t=\"str\"><v>a</v></c></row>", 400 * Megabyte))), InvitationErrorCodes.FileUnreadable),
        ["a value of a gigabyte"] = (() => SayingSmall(WithSheet(Repeat(Open + "<row><c t=\"inlineStr\"><is><t>", "aaaaaaaaaaaaaaaa", 1024 * Megabyte))), InvitationErrorCodes.FileUnreadable),
        ["a value of 200 MB"] = (() => WithSheet(Repeat(Open + "<row><c t=\"inlineStr\"><is><t>", "aaaaaaaaaaaaaaaa", 200 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["an attribute of 200 MB"] = (() => WithSheet(Repeat(Open + "<row r=\"", ">1111111", 200 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["an element name of 200 MB"] = (() => WithSheet(Repeat(Open + "<", "rrrrrrrr", 200 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["a comment of 200 MB"] = (() => WithSheet(Repeat(Open + "<!--", "aaaaaaaa", 200 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["elements in each other"] = (() => WithSheet(Repeat(Open, "<row>", 100 * Megabyte)), InvitationErrorCodes.FileTooLarge),
        ["a name for every element"] = (() => WithSheet(Numbered(Open, 5_000_000, i => $"<n{i}/>")), InvitationErrorCodes.FileTooLarge),
        ["an attribute for every letter"] = (() => WithSheet(Numbered(Open + "<row ", 1_000_000, i => $"a{i}=\"\" ")), InvitationErrorCodes.FileTooLarge),
        ["a billion laughs in the sheet"] = (() => WithSheet(Laughs() + Open.Replace("<sheetData>", "<sheetData><row><c t=\"str\"><v>&z;</v></c></row></sheetData></worksheet>", StringComparison.Ordinal)), InvitationErrorCodes.FileUnreadable),
        ["a billion laughs in the texts"] = (() => WorkbookFile.Of(Person).Add("xl/sharedStrings.xml", Laughs() + "<sst><si><t>&z;</t></si></sst>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["a text from another file"] = (() => WithSheet("<!DOCTYPE worksheet [<!ENTITY z SYSTEM \"file:///etc/hostname\">]>" + Open + "<row><c t=\"str\"><v>&z;</v></c></row></sheetData></worksheet>"), InvitationErrorCodes.FileUnreadable),
        ["texts that are only counted"] = (() => WorkbookFile.Of(Person).Add("xl/sharedStrings.xml", Repeat("<sst>", "<si/>", 100 * Megabyte)).ToBytes(), InvitationErrorCodes.FileTooLarge),
        ["texts of 200 MB"] = (() => WorkbookFile.Of(Person).Add("xl/sharedStrings.xml", Numbered("<sst>", 5_000_000, i => $"<si><t>{i} {i} {i} {i}</t></si>")).ToBytes(), InvitationErrorCodes.FileTooLarge),
        ["row 2,000,000,000"] = (() => WorkbookFile.Of(Person + "<row r=\"2000000000\"><c r=\"A2000000000\" t=\"str\"><v>bo</v></c></row>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["5,000 rows with a value in XFD"] = (() => WithSheet(Numbered(Open, 5_000, i => $"<row r=\"{i + 1}\"><c r=\"XFD{i + 1}\"><v>1</v></c></row>")), InvitationErrorCodes.FileTooLarge),
        ["5,000 rows with a format in XFD"] = (() => WithSheet(Numbered(Open, 5_000, i => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\"><v>1</v></c><c r=\"XFD{i + 1}\" s=\"1\"/></row>", "</sheetData></worksheet>")), null),
        ["cells without end in one row"] = (() => WithSheet(Repeat(Open + "<row>", "<c/>", 100 * Megabyte)), InvitationErrorCodes.FileUnreadable),
        ["a cell twice in a row"] = (() => WorkbookFile.Of("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["an absurd dimension"] = (() => WithSheet("<worksheet xmlns=\"" + WorkbookFile.Main + "\"><dimension ref=\"A1:XFD1048576\"/><sheetData>" + Person + "</sheetData></worksheet>"), null),
        ["a million merged cells"] = (() => WithSheet(Numbered(Open + Person + "</sheetData><mergeCells>", 1_000_000, i => $"<mergeCell ref=\"A{(i % 1000) + 1}:C1048576\"/>", "</mergeCells></worksheet>")), InvitationErrorCodes.FileTooLarge),
        ["a hyperlink that is none"] = (() => WorkbookFile.Of(Person).Add("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@x.com; b@x.com\" TargetMode=\"External\"/></Relationships>").ToBytes(), null),
        ["macros and links to other files"] = (() => WorkbookFile.Of(Person).Add("xl/vbaProject.bin", new byte[1000]).Add("xl/externalLinks/externalLink1.xml", "<externalLink/>").ToBytes(), null),
        ["a zip in the zip"] = (() => WorkbookFile.Of(Person).Add("xl/embeddings/people.xlsx", WithSheet(Repeat(Open, "<row/>", 10 * Megabyte))).ToBytes(), null),
        ["no sheet where one is named"] = (() => WorkbookFile.Of(Person).Remove(WorkbookFile.SheetPart).ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["no texts where they are referred to"] = (() => WorkbookFile.Of("<row><c t=\"s\"><v>0</v></c></row>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["a text beyond the last"] = (() => WorkbookFile.Of("<row><c t=\"s\"><v>7</v></c></row>", "<si><t>a</t></si>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["no workbook"] = (() => WorkbookFile.Of(Person).Remove("xl/workbook.xml").ToBytes(), InvitationErrorCodes.FileFormatUnsupported),
        ["no relationships"] = (() => WorkbookFile.Of(Person).Remove("xl/_rels/workbook.xml.rels").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["a sheet that breaks off"] = (() => WithSheet(Open + Person), InvitationErrorCodes.FileUnreadable),
        ["a sheet outside of the file"] = (() => WorkbookFile.Of(Person).Add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"https://evil.example/sheet.xml\" TargetMode=\"External\"/></Relationships>").ToBytes(), InvitationErrorCodes.FileUnreadable),
        ["a checksum that is wrong"] = (WrongChecksum, InvitationErrorCodes.FileUnreadable),
        ["200,000 parts"] = (() => ManyParts(200_000), InvitationErrorCodes.FileTooLarge),
        ["a row of text of 50 MB"] = (() => Repeat("", "aaaaaaaa", 50 * Megabyte), null),
        ["fields without end"] = (() => Repeat("a", ",a", 49 * Megabyte), InvitationErrorCodes.FileTooLarge),
        ["blank fields without end"] = (() => Repeat("a", ",", 49 * Megabyte), null),
        ["line breaks without end"] = (() => Repeat("a", "\n", 49 * Megabyte), InvitationErrorCodes.FileTooLarge),
        ["values without end in a row too many"] = (() => Repeat("a", "\na", 49 * Megabyte), InvitationErrorCodes.FileTooLarge),
        ["a quote that is never closed"] = (() => Repeat("a,\"", "b\n", 49 * Megabyte), InvitationErrorCodes.FileUnreadable),
        ["more than 50 MB"] = (() => new byte[(50 * Megabyte) + 1], InvitationErrorCodes.FileTooLarge),
    };

    /// <summary>A workbook that nothing is wrong with.</summary>
    public static byte[] Sound() => WorkbookFile.Of(WorkbookFile.RowsOf(["E-mail", "First name"], ["ana@example.com", "Ana"], ["bo@example.com", "Bo"]) + "<row r=\"4\"><c t=\"s\"><v>0</v></c></row>", "<si><t>chen@example.com</t></si>").ToBytes();

    private static byte[] WithSheet(string sheet) => WithSheet(Bytes(sheet));

    private static byte[] WithSheet(byte[] sheet) => WorkbookFile.Of("").Add(WorkbookFile.SheetPart, sheet).ToBytes();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Repeat(string start, string piece, int length)
    {
        var target = new byte[length];
        Encoding.UTF8.GetBytes(start, target);
        var block = Encoding.UTF8.GetBytes(piece);
        for (var i = start.Length; i < length; i += block.Length)
            block.AsSpan(0, Math.Min(block.Length, length - i)).CopyTo(target.AsSpan(i));
        return target;
    }

    private static byte[] Numbered(string start, int count, Func<int, string> piece, string end = "")
    {
        var text = new StringBuilder(start, count * 16);
        for (var i = 0; i < count; i++)
            text.Append(piece(i));
        return Encoding.UTF8.GetBytes(text.Append(end).ToString());
    }

    private static string Laughs()
    {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"ha\">");
        for (var letter = 'b'; letter <= 'z'; letter++)
            entities.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY {letter} \"{string.Concat(Enumerable.Repeat($"&{(char)(letter - 1)};", 10))}\">");
        return entities.Append("]>").ToString();
    }

    /// <summary>Every header of the archive says that its largest part has a thousand bytes.</summary>
    private static byte[] SayingSmall(byte[] file)
    {
        for (var i = 0; i < file.Length - 46; i++)
        {
            if (file.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(i + 24)) > Megabyte)
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i + 24), 1000);
        }

        return file;
    }

    private static byte[] WrongChecksum()
    {
        var file = Sound();
        for (var i = file.Length - 46; i > 0; i--)
        {
            if (file.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && file.AsSpan(i + 46).StartsWith("xl/worksheets/"u8))
                file[i + 16] ^= 1;
        }

        return file;
    }

    private static byte[] ManyParts(int count)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
                archive.CreateEntry($"xl/{i}");
        }

        return target.ToArray();
    }
}
