using System.IO.Compression;
using System.Text;
using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Reading;

/// <summary>A file is what its content says, whatever its name is.</summary>
public sealed class FileRecognitionTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]];

    [Fact]
    public void An_empty_file_is_named_as_such() => Assert.Equal(InvitationErrorCodes.FileEmpty, ReadFile.Refusal([]).Code);

    [Fact]
    public void A_workbook_with_a_password_is_named_as_such() =>
        Assert.Equal(InvitationErrorCodes.FileEncrypted, ReadFile.Refusal([.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0]).Code);

    public static TheoryData<string, byte[]> Others => new()
    {
        { "xls", [.. Ole, .. Encoding.Unicode.GetBytes("Workbook")] },
        { "xls", [0x09, 0x04, 0x06, 0x00, 0x00, 0x00] },
        { "html", Encoding.UTF8.GetBytes("\uFEFF \n<html><table><tr><td>E-mail</td></tr></table></html>") },
        { "html", "<table><tr><td>ana@example.com</td></tr></table>"u8.ToArray() },
        { "xml", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"u8.ToArray() },
        { "pdf", "%PDF-1.7"u8.ToArray() },
        { "rtf", "{\\rtf1"u8.ToArray() },
        { "ods", Zip("mimetype", "content.xml") },
        { "xlsb", Zip("_rels/.rels", "xl/workbook.bin") },
        { "numbers", Zip("Index/Document.iwa") },
        { "docx", Zip("_rels/.rels", "word/document.xml") },
        { "zip", Zip("people.csv") },
        { "zip", Zip("_rels/.rels") },
    };

    [Theory, MemberData(nameof(Others))]
    public void Another_kind_of_file_is_named(string format, byte[] file)
    {
        var error = ReadFile.Refusal(file);

        Assert.Equal(InvitationErrorCodes.FileFormatUnsupported, error.Code);
        Assert.Equal(format, error.Arguments["format"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_unreadable() => Assert.Equal(InvitationErrorCodes.FileUnreadable, ReadFile.Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0, 1]).Code);

    private static byte[] Zip(params string[] names)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(name.EndsWith(".rels", StringComparison.Ordinal) ? "<Relationships/>"u8 : "x"u8);
            }
        }

        return target.ToArray();
    }
}
