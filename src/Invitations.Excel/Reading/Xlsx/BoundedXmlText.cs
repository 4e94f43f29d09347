using System.Text;

namespace Invitations;

/// <summary>Decodes the XML of a part and refuses stretches without a tag that are longer than any cell: XmlReader holds names and attributes in memory as a whole.</summary>
internal sealed class BoundedXmlText(Stream part) : TextReader
{
    // The longest text of a cell, written in character references.
    private const int LongestStretch = 320_000;

    private readonly byte[] _bytes = new byte[32 * 1024];
    private Decoder? _decoder;
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private int _stretch;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            if (_start == _end && !_isAtEnd)
                Fill();
            _decoder ??= DecoderFor();
            _decoder.Convert(_bytes.AsSpan(_start, _end - _start), buffer, _isAtEnd, out var used, out var written, out _);
            _start += used;
            if (written > 0)
            {
                Bound(buffer[..written]);
                return written;
            }

            if (_isAtEnd && _start == _end)
                return 0;
        }
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Peek() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _start = 0;
        _end = part.ReadAtLeast(_bytes, 4, throwOnEndOfStream: false);
        _isAtEnd = _end < 4;
    }

    /// <summary>UTF-8 or UTF-16, which are all that workbooks may be written in, whatever the declaration says.</summary>
    private Decoder DecoderFor()
    {
        var (encoding, preamble) = _bytes.AsSpan(_start, _end - _start) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding)new UTF8Encoding(false, true), 3),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
            [(byte)'<', 0, ..] => (new UnicodeEncoding(false, false, true), 0),
            [0, (byte)'<', ..] => (new UnicodeEncoding(true, false, true), 0),
            _ => (new UTF8Encoding(false, true), 0),
        };
        _start += preamble;
        return encoding.GetDecoder();
    }

    private void Bound(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOf('<');
        _stretch = last < 0 ? _stretch + text.Length : text.Length - last - 1;
        if (_stretch > LongestStretch)
            throw FileRefusal.TooLarge(FileRefusal.Markup, LongestStretch);
    }
}
