using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>Writes the notes of a sheet: their texts in one part, their boxes in another, as spreadsheet programs want them.</summary>
internal static class SheetNotes
{
    public const string Texts = "xl/comments1.xml";
    public const string Boxes = "xl/drawings/vmlDrawing1.vml";

    private const int CharactersInLine = 34;
    private const int IdsInBlock = 1024;

    public static async Task WriteAsync(WorkbookPackage package, IReadOnlyList<SheetNote> notes, CancellationToken cancellationToken)
    {
        WriteTexts(package, notes);
        await package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
        WriteBoxes(package, notes);
        await package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void WriteTexts(WorkbookPackage package, IReadOnlyList<SheetNote> notes)
    {
        using var writer = package.Begin(Texts);
        writer.WriteStartElement("x", "comments", Vocabulary.Spreadsheet);
        new Authors(new Author("Invitations")).WriteTo(writer);
        writer.WriteStartElement("x", "commentList", Vocabulary.Spreadsheet);
        foreach (var note in notes)
        {
            var text = new Text(WrittenText.ForMarkup(note.Text)) { Space = SpaceProcessingModeValues.Preserve };
            new Comment(new CommentText(new Run(new RunProperties(new FontSize { Val = 9 }, new Color { Indexed = 81 }, new RunFont { Val = "Tahoma" }), text)))
            {
                Reference = ColumnName.Cell(note.Column, note.Row),
                AuthorId = 0,
            }.WriteTo(writer);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteBoxes(WorkbookPackage package, IReadOnlyList<SheetNote> notes)
    {
        using var writer = package.Begin(Boxes);
        writer.WriteStartElement("xml");
        writer.WriteAttributeString("xmlns", "v", null, Vocabulary.Vml);
        writer.WriteAttributeString("xmlns", "o", null, Vocabulary.Office);
        writer.WriteAttributeString("xmlns", "x", null, Vocabulary.Excel);
        var blocks = string.Join(',', Enumerable.Range(1, (notes.Count / IdsInBlock) + 1));
        writer.WriteRaw(
            $"""<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout>""" +
            """<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">""" +
            """<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        for (var i = 0; i < notes.Count; i++)
            writer.WriteRaw(Box(notes[i], IdsInBlock + 1 + i));
        writer.WriteEndElement();
    }

    private static string Box(SheetNote note, int id)
    {
        var lines = note.Text.Split('\n').Sum(line => (line.Length / CharactersInLine) + 1);
        var height = Math.Clamp(lines + 1, 3, 24);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
             <v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:{height * 12}pt;z-index:{id - IdsInBlock};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{note.Column}, 12, {note.Row}, 4, {note.Column + 2}, 60, {note.Row + height}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{note.Row - 1}</x:Row><x:Column>{note.Column - 1}</x:Column></x:ClientData></v:shape>
             """);
    }
}
