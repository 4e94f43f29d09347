using System.Text;
using System.Xml;

namespace Invitations;

/// <summary>The texts that a workbook keeps apart from its cells, in UTF-8 and in segments: less than half of the memory of strings.</summary>
internal sealed class SharedTexts
{
    private const int SegmentLength = 1 << 20;
    private const int PlacesLength = 1 << 14;
    private const int RecentLength = 1 << 12;
    private const int LengthBytes = 4;

    private readonly List<byte[]> _segments = [];
    private readonly List<long[]> _places = [];
    private readonly HashSet<int> _tooLong = [];
    private readonly string?[] _recent = new string?[RecentLength];
    private readonly int[] _recentIndex = new int[RecentLength];
    private int _free = SegmentLength;
    private int _count;
    private long _bytes;

    public static SharedTexts Read(WorkbookArchive archive, string? part)
    {
        var texts = new SharedTexts();
        if (part is null || !archive.Has(part))
            return texts;

        using var xml = new PartXml(archive.OpenPart(part));
        var text = new CellText(archive.Limits.CellLength);
        while (xml.Read())
        {
            if (xml.Reader.NodeType is not XmlNodeType.Element || xml.Reader.LocalName != "si")
                continue;
            text.Clear();
            text.ReadRichText(xml);
            texts.Add(text, archive.Limits.TextBytes);
        }

        return texts;
    }

    /// <summary>The text with an index.</summary>
    /// <exception cref="SpreadsheetRefusedException">There is none: its part is missing or cut off.</exception>
    public string this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_count)
                throw FileRefusal.Unreadable();
            var slot = index % RecentLength;
            if (_recent[slot] is { } recent && _recentIndex[slot] == index)
                return recent;
            _recentIndex[slot] = index;
            return _recent[slot] = Load(index);
        }
    }

    public bool IsTooLong(int index) => _tooLong.Count > 0 && _tooLong.Contains(index);

    private string Load(int index)
    {
        var place = _places[index / PlacesLength][index % PlacesLength];
        var segment = _segments[(int)(place / SegmentLength)].AsSpan((int)(place % SegmentLength));
        return Encoding.UTF8.GetString(segment.Slice(LengthBytes, BitConverter.ToInt32(segment)));
    }

    private void Add(CellText text, long limit)
    {
        ReadOnlySpan<char> characters = text.Span.Contains('_') ? EscapedText.Read(text.ToString()) : text.Span;
        var length = Encoding.UTF8.GetByteCount(characters);
        _bytes += LengthBytes + sizeof(long) + length;
        if (_bytes > limit)
            throw FileRefusal.TooLarge(FileRefusal.TextBytes, limit);
        if (text.IsTooLong)
            _tooLong.Add(_count);
        if (_free + LengthBytes + length > SegmentLength)
        {
            _segments.Add(new byte[SegmentLength]);
            _free = 0;
        }

        var target = _segments[^1].AsSpan(_free);
        BitConverter.TryWriteBytes(target, length);
        Encoding.UTF8.GetBytes(characters, target[LengthBytes..]);
        Remember(((long)(_segments.Count - 1) * SegmentLength) + _free);
        _free += LengthBytes + length;
    }

    private void Remember(long place)
    {
        if (_count % PlacesLength == 0)
            _places.Add(new long[PlacesLength]);
        _places[^1][_count % PlacesLength] = place;
        _count++;
    }
}
