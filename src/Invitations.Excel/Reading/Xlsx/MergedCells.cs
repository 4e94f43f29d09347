using System.Xml;

namespace Invitations;

/// <summary>Cells that are merged over several rows: the value of the first one is shown for all, and holds for all.</summary>
internal sealed class MergedCells
{
    private const int MostRanges = 20_000;

    private readonly List<(int Column, int FirstRow, int LastRow)> _ranges = [];
    private readonly Dictionary<int, (int LastRow, SpreadsheetCell Value)> _open = [];
    private int _next;

    /// <summary>Reads the ranges, which come after the rows.</summary>
    public static MergedCells Read(WorkbookArchive archive, string part)
    {
        var merged = new MergedCells();
        using var xml = new PartXml(archive.OpenPart(part, isKnown: true));
        while (xml.Read())
        {
            if (xml.Reader.NodeType is XmlNodeType.Element && xml.Reader.LocalName == "mergeCell")
                merged.Add(xml.Reader.GetAttribute("ref"));
        }

        merged._ranges.Sort((one, other) => one.FirstRow.CompareTo(other.FirstRow));
        return merged;
    }

    /// <summary>Fills what is blank in a row because it is merged with the rows above. A row without any value of its own stays blank.</summary>
    public IReadOnlyList<SpreadsheetCell> Fill(int row, IReadOnlyList<SpreadsheetCell> cells)
    {
        if (_ranges.Count == 0)
            return cells;
        var filled = _open.Count == 0 ? cells : WithOpenOnes(row, cells);
        while (_next < _ranges.Count && _ranges[_next].FirstRow <= row)
        {
            var range = _ranges[_next++];
            var value = cells.FirstOrDefault(cell => cell.Column == range.Column);
            if (range.FirstRow == row && value.Column > 0)
                _open[range.Column] = (range.LastRow, value);
        }

        return filled;
    }

    private IReadOnlyList<SpreadsheetCell> WithOpenOnes(int row, IReadOnlyList<SpreadsheetCell> cells)
    {
        foreach (var column in _open.Where(open => open.Value.LastRow < row).Select(open => open.Key).ToList())
            _open.Remove(column);
        var missing = _open.Where(open => cells.All(cell => cell.Column != open.Key)).Select(open => open.Value.Value).ToList();
        return missing.Count == 0 ? cells : [.. cells.Concat(missing).OrderBy(cell => cell.Column)];
    }

    private void Add(string? range)
    {
        var colon = range?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !CellReference.TryRead(range.AsSpan(0, colon), out var column, out var first)
            || !CellReference.TryRead(range.AsSpan(colon + 1), out _, out var last))
            return;
        if (_ranges.Count == MostRanges)
            throw FileRefusal.TooLarge(FileRefusal.Parts, MostRanges);
        if (last > first)
            _ranges.Add((column, first, last));
    }
}
