using System.Globalization;
using System.Xml;

namespace Invitations;

/// <summary>What the styles of the cells make of their numbers (see <see cref="CellFormat"/>).</summary>
internal sealed class CellStyles
{
    // The most that Excel has.
    private const int MostStyles = 65_490;

    private readonly List<byte> _formats = [];

    /// <summary>The format of a style, general where there is no such style.</summary>
    public byte FormatOf(int style) => (uint)style < (uint)_formats.Count ? _formats[style] : CellFormat.General;

    public static CellStyles Read(WorkbookArchive archive, string? part)
    {
        var styles = new CellStyles();
        if (part is null || !archive.Has(part))
            return styles;

        var codes = new Dictionary<int, byte>();
        using var xml = new PartXml(archive.OpenPart(part));
        var reader = xml.Reader;
        var isInCellStyles = false;
        while (xml.Read())
        {
            if (reader.LocalName == "cellXfs")
                isInCellStyles = reader.NodeType is XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (reader.LocalName == "numFmt" && codes.Count < MostStyles)
                codes[Number(reader.GetAttribute("numFmtId"))] = CellFormat.Of(reader.GetAttribute("formatCode") ?? "");
            else if (isInCellStyles && reader.LocalName == "xf")
                styles.Add(Number(reader.GetAttribute("numFmtId")), codes);
        }

        return styles;
    }

    private void Add(int id, Dictionary<int, byte> codes)
    {
        if (_formats.Count == MostStyles)
            throw FileRefusal.TooLarge(FileRefusal.Parts, MostStyles);
        _formats.Add(codes.TryGetValue(id, out var format) ? format : CellFormat.OfBuiltIn(id));
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
