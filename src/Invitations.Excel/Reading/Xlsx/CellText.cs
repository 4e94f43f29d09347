using System.Globalization;
using System.Xml;

namespace Invitations;

/// <summary>Gathers the text of one cell, in pieces and never more than a cell may have.</summary>
internal sealed class CellText(int limit)
{
    private char[] _characters = new char[Math.Min(256, limit + 1)];

    public int Length { get; private set; }

    public bool IsTooLong { get; private set; }

    public ReadOnlySpan<char> Span => _characters.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        IsTooLong = false;
    }

    public override string ToString() => new(_characters, 0, Length);

    public int ToIndex() => int.TryParse(Span, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    /// <summary>Appends the text inside the element that the reader stands on, and goes on to its end.</summary>
    public void ReadElement(PartXml xml)
    {
        var reader = xml.Reader;
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                ReadText(reader);
        }
    }

    /// <summary>Appends the texts of a rich text or an inline text, without what it says on pronunciation, and goes on to the end of the element.</summary>
    public void ReadRichText(PartXml xml)
    {
        var reader = xml.Reader;
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (reader.LocalName == "t")
                ReadElement(xml);
            else if (reader.LocalName == "rPh")
                xml.SkipContent();
        }
    }

    private void ReadText(XmlReader reader)
    {
        while (true)
        {
            if (Length == _characters.Length)
            {
                if (Length > limit)
                    break;
                Array.Resize(ref _characters, Math.Min(Length * 4, limit + 1));
            }

            var read = reader.ReadValueChunk(_characters, Length, _characters.Length - Length);
            if (read == 0)
                return;
            Length += read;
        }

        // What is left of the node is skipped by the reader, piece by piece.
        IsTooLong = true;
        Length = limit;
    }
}
