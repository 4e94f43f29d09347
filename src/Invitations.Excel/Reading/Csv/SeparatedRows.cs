namespace Invitations;

/// <summary>Takes a text apart into rows of separated values (RFC 4180), and holds no more of a value than a cell can have.</summary>
/// <remarks>Every line break outside of quotes ends a row, so that rows are counted as a spreadsheet program shows them.</remarks>
internal sealed class SeparatedRows
{
    private const string Hint = "sep=";
    private const string Separators = ",;\t|";

    private readonly TextReader _source;
    private readonly SpreadsheetLimits _limits;
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly char[] _value;
    private readonly char _separator;
    private int _start;
    private int _end;
    private int _length;
    private bool _isTooLong;

    public SeparatedRows(TextReader source, SpreadsheetLimits limits)
    {
        _source = source;
        _limits = limits;
        _value = new char[limits.CellLength];
        _end = source.ReadBlock(_buffer, 0, _buffer.Length);
        _separator = FindSeparator();
    }

    /// <summary>The number of the row, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The cells of the row that are not blank.</summary>
    public List<SpreadsheetCell> Cells { get; } = [];

    /// <summary>Goes on to the next row.</summary>
    /// <exception cref="SpreadsheetRefusedException">A quote is never closed, so that nobody can tell where the rows end; or a row has too many columns.</exception>
    public bool Read()
    {
        Cells.Clear();
        if (Peek() < 0)
            return false;
        Number++;
        for (var column = 1; ; column++)
        {
            var end = ReadValue();
            Add(column);
            if (end != _separator)
                return true;
        }
    }

    /// <returns>What ended the value: the separator, or anything else for the end of the row.</returns>
    private int ReadValue()
    {
        (_length, _isTooLong) = (0, false);
        if (Peek() == '"')
            ReadQuoted();
        while (true)
        {
            if (Peek() < 0)
                return -1;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var stop = rest.IndexOfAny(_separator, '\r', '\n');
            Append(stop < 0 ? rest : rest[..stop]);
            _start += stop < 0 ? rest.Length : stop;
            if (stop < 0)
                continue;

            var end = _buffer[_start++];
            if (end == '\r' && Peek() == '\n')
                _start++;
            return end;
        }
    }

    private void ReadQuoted()
    {
        _start++;
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var stop = rest.IndexOf('"');
            Append(stop < 0 ? rest : rest[..stop]);
            _start += stop < 0 ? rest.Length : stop + 1;
            if (stop < 0)
                continue;
            if (Peek() != '"')
                return;
            Append("\"");
            _start++;
        }

        throw FileRefusal.Unreadable();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var take = Math.Min(text.Length, _value.Length - _length);
        text[..take].CopyTo(_value.AsSpan(_length));
        _length += take;
        _isTooLong |= take < text.Length;
    }

    private void Add(int column)
    {
        var value = _value.AsSpan(0, _length);
        if (value.IsWhiteSpace())
            return;
        if (column > _limits.Columns)
            throw FileRefusal.TooLarge(FileRefusal.Columns, _limits.Columns);
        Cells.Add(new(column, _isTooLong ? SpreadsheetCellKind.TooLong : SpreadsheetCellKind.Text, value.ToString()));
    }

    private int Peek()
    {
        if (_start == _end)
            (_start, _end) = (0, _source.Read(_buffer, 0, _buffer.Length));
        return _start == _end ? -1 : _buffer[_start];
    }

    /// <summary>What the first line names, or what the first line with text has most of.</summary>
    private char FindSeparator()
    {
        var text = _buffer.AsSpan(0, _end).TrimStart("\r\n ");
        var lineEnd = text.IndexOfAny('\r', '\n');
        var line = lineEnd < 0 ? text : text[..lineEnd];
        if (line.Length == Hint.Length + 1 && line.StartsWith(Hint, StringComparison.OrdinalIgnoreCase))
        {
            var separator = line[^1];
            SkipFirstLine();
            return separator;
        }

        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            if (!isQuoted && Separators.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index)
                counts[index]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private void SkipFirstLine()
    {
        while (_start < _end && _buffer[_start] is not ('\r' or '\n'))
            _start++;
        if (_start < _end && _buffer[_start++] == '\r' && _start < _end && _buffer[_start] == '\n')
            _start++;
        Number++;
    }
}
