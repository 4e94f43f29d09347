using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Invitations.Benchmarks.Spreadsheets;

/// <summary>The least that writing a sheet costs: one part of a zip archive, inline texts, no styles.</summary>
internal static class PlainSheet
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static Func<Stream, Task> WriteAsync(string[] header, int rows, Func<int, string[]> person) => stream =>
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var writer = XmlWriter.Create(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new() { CloseOutput = true });
        writer.WriteStartElement("worksheet", Namespace);
        writer.WriteStartElement("sheetData", Namespace);
        for (var row = 0; row <= rows; row++)
            WriteRow(writer, row + 1, row == 0 ? header : person(row));
        writer.WriteEndElement();
        writer.WriteEndElement();
        return Task.CompletedTask;
    };

    private static void WriteRow(XmlWriter writer, int number, string[] cells)
    {
        writer.WriteStartElement("row", Namespace);
        writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Length; i++)
        {
            writer.WriteStartElement("c", Namespace);
            writer.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{number}"));
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Namespace);
            writer.WriteElementString("t", Namespace, cells[i]);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
