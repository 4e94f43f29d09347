using System.Globalization;
using System.Xml;

namespace Invitations;

/// <summary>Reads the rows of one sheet, one by one.</summary>
internal sealed class SheetRows(WorkbookArchive archive, SheetPart sheet, SharedTexts texts, CellStyles styles, bool countsDatesFrom1904)
{
    private readonly List<SpreadsheetCell> _cells = [];
    private bool _isInspected;
    private bool _hasMergedCells;

    public IEnumerable<SpreadsheetRow> Read(CancellationToken cancellationToken)
    {
        if (!_isInspected)
            _hasMergedCells = SheetInspection.Inspect(archive, sheet.Part, cancellationToken);
        _isInspected = true;
        var merged = _hasMergedCells ? MergedCells.Read(archive, sheet.Part) : null;

        using var xml = new PartXml(archive.OpenPart(sheet.Part, isKnown: true));
        var reader = xml.Reader;
        var cellReader = new CellReader(xml, texts, styles, countsDatesFrom1904, archive.Limits.CellLength);
        var ns = xml.ReadRoot();
        if (!MoveToRows(xml, ns))
            yield break;

        var depth = reader.Depth;
        var number = 0;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "row" || !ReferenceEquals(reader.NamespaceURI, ns))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            number = NumberOf(reader) ?? number + 1;
            Bound(number);
            ReadCells(xml, cellReader);
            if (_cells.Count == 0)
                continue;
            var cells = InOrder();
            yield return new(number, merged is null ? cells : merged.Fill(number, cells));
        }

        xml.ReadToEnd();
    }

    private static bool MoveToRows(PartXml xml, string ns)
    {
        while (xml.Read())
        {
            if (xml.Reader.NodeType is XmlNodeType.Element && xml.Reader.LocalName == "sheetData" && ReferenceEquals(xml.Reader.NamespaceURI, ns))
                return !xml.Reader.IsEmptyElement;
        }

        return false;
    }

    private static int? NumberOf(XmlReader row)
    {
        if (row.GetAttribute("r") is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CellReference.LastRow
            ? number
            : throw FileRefusal.Unreadable();
    }

    private void Bound(int number)
    {
        if (number > archive.Limits.Rows)
            throw FileRefusal.TooLarge(FileRefusal.Rows, archive.Limits.Rows);
    }

    private void ReadCells(PartXml xml, CellReader cellReader)
    {
        _cells.Clear();
        var reader = xml.Reader;
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        var (column, count) = (0, 0);
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "c")
                continue;
            if (++count > CellReference.LastColumn)
                throw FileRefusal.Unreadable();
            column++;
            if (!cellReader.Read(ref column, out var cell))
                continue;
            if (column > archive.Limits.Columns)
                throw FileRefusal.TooLarge(FileRefusal.Columns, archive.Limits.Columns);
            _cells.Add(cell);
        }
    }

    private SpreadsheetCell[] InOrder()
    {
        var cells = _cells.ToArray();
        for (var i = 1; i < cells.Length; i++)
        {
            if (cells[i].Column > cells[i - 1].Column)
                continue;
            Array.Sort(cells, (one, other) => one.Column.CompareTo(other.Column));
            for (var j = 1; j < cells.Length; j++)
            {
                if (cells[j].Column == cells[j - 1].Column)
                    throw FileRefusal.Unreadable();
            }

            return cells;
        }

        return cells;
    }
}
