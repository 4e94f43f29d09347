using System.Xml;

namespace Invitations;

/// <summary>Reads the XML of one part. DTDs are prohibited, nothing is resolved, and depth is bounded.</summary>
internal sealed class PartXml : IDisposable
{
    private const int Deepest = 64;

    private readonly BoundedXmlText _text;

    public PartXml(Stream part)
    {
        _text = new(part);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNameTable(),
        };
        Reader = XmlReader.Create(_text, settings);
    }

    public XmlReader Reader { get; }

    /// <summary>Goes on to the next node.</summary>
    public bool Read()
    {
        if (!Reader.Read())
            return false;
        return Reader.Depth <= Deepest ? true : throw FileRefusal.TooLarge(FileRefusal.Depth, Deepest);
    }

    /// <summary>Goes on to the root element.</summary>
    /// <returns>Its namespace: transitional and strict workbooks differ in it.</returns>
    public string ReadRoot()
    {
        while (Read())
        {
            if (Reader.NodeType is XmlNodeType.Element)
                return Reader.NamespaceURI;
        }

        throw FileRefusal.Unreadable();
    }

    /// <summary>Goes on to the end of the element that it stands on.</summary>
    public void SkipContent()
    {
        if (Reader.IsEmptyElement)
            return;
        var depth = Reader.Depth;
        while (Read() && Reader.Depth > depth)
        {
        }
    }

    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        _text.Dispose();
    }
}
