using System.Buffers;

namespace Invitations;

/// <summary>Cuts a pasted text into entries. Every stretch of text is looked at a bounded number of times.</summary>
internal sealed class PastedListReader(string text)
{
    // Semicolons and tabs separate whatever stands around them; a comma may belong to a name.
    private const string Semicolons = ";\u061B\uFF1B";
    private const string StrongSeparators = Semicolons + "\t";
    private const string Commas = ",\u060C\u3001\uFF0C";

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u0085\u2028\u2029");
    private static readonly SearchValues<char> Strong = SearchValues.Create(StrongSeparators);
    private static readonly SearchValues<char> Separators = SearchValues.Create(StrongSeparators + Commas);
    private static readonly SearchValues<char> SeparatorsAndBrackets = SearchValues.Create(StrongSeparators + Commas + "<>");
    private static readonly SearchValues<char> SeparatorsAndOpening = SearchValues.Create(StrongSeparators + Commas + "<");
    private static readonly SearchValues<char> NotInSortedNames = SearchValues.Create("@\"0123456789");

    private readonly List<PastedEntry> _entries = [];
    private string? _header;
    private int _line;
    private int _lineStart;
    private int _lineEnd;

    public PastedList Read()
    {
        _lineStart = text.StartsWith('\uFEFF') ? 1 : 0;
        while (_lineStart < text.Length)
        {
            var length = text.AsSpan(_lineStart).IndexOfAny(LineBreaks);
            _lineEnd = length < 0 ? text.Length : _lineStart + length;
            _line++;
            ReadLine();
            _lineStart = _lineEnd + (text.AsSpan(_lineEnd).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        return new PastedList(_entries, _header);
    }

    private void ReadLine()
    {
        // In a line with semicolons these are the separators, and "Doe, Jane <jane@example.com>" is one entry.
        var sortedNames = text.AsSpan(_lineStart, _lineEnd - _lineStart).IndexOfAny(Semicolons) >= 0;
        var afterStrong = true;
        var position = _lineStart;
        while (position < _lineEnd)
        {
            var character = text[position];
            if (Separators.Contains(character) || char.IsWhiteSpace(character))
            {
                afterStrong |= Strong.Contains(character);
                position++;
                continue;
            }

            var opening = BracketAfterName(position, sortedNames && afterStrong);
            position = opening < 0 ? ReadWords(position) : ReadMailbox(position, opening);
            afterStrong = false;
        }
    }

    /// <summary>Where the angle bracket of the entry opens that begins here, or -1.</summary>
    private int BracketAfterName(int start, bool sortedNames)
    {
        var opening = text[start] == '"' ? BracketAfterQuotes(start) : -1;
        if (opening < 0 && sortedNames)
            opening = BracketAfterSortedName(start, EndOf(start, Strong));
        if (opening >= 0)
            return opening;

        var stop = EndOf(start, SeparatorsAndOpening);
        return stop < _lineEnd && text[stop] == '<' ? stop : -1;
    }

    /// <summary>
    /// For <c>"Doe, Jane" &lt;jane@example.com&gt;</c> and <c>"Doe, Jane &lt;jane@example.com&gt;"</c>. Quotes around anything else, such as
    /// a spreadsheet cell with several addresses, shield no comma.
    /// </summary>
    private int BracketAfterQuotes(int start)
    {
        var closing = start + 1;
        while (closing < _lineEnd && text[closing] != '"')
            closing += text[closing] == '\\' ? 2 : 1;
        if (closing >= _lineEnd)
            return -1;

        var opening = closing + 1;
        while (opening < _lineEnd && text[opening] is ' ' or '\u00A0')
            opening++;
        return opening < _lineEnd && text[opening] == '<' ? opening : BracketAfterSortedName(start + 1, closing);
    }

    /// <summary>Where the bracket opens in a stretch such as <c>Doe, Jane &lt;jane@example.com&gt;</c>: one address ends it, and nothing
    /// before that could be an entry of its own.</summary>
    private int BracketAfterSortedName(int start, int end)
    {
        var stretch = text.AsSpan(start, end - start).TrimEnd();
        var opening = stretch.IndexOf('<');
        return opening > 0 && stretch.IndexOf('>') == stretch.Length - 1 && !stretch[..opening].ContainsAny(NotInSortedNames) ? start + opening : -1;
    }

    /// <summary>Reads <c>name &lt;address&gt;</c>.</summary>
    /// <returns>Where the entry ends.</returns>
    private int ReadMailbox(int start, int opening)
    {
        var inside = opening + 1;
        while (inside < _lineEnd && text[inside] == '<')
            inside++;

        var insideEnd = EndOf(inside, SeparatorsAndBrackets);
        var end = insideEnd < _lineEnd && text[insideEnd] == '>' ? EndOfPunctuation(insideEnd + 1) : insideEnd;

        var whole = PastedText.Trim(text, start, end);
        var name = PastedText.Name(text[start..opening]);
        var address = PastedText.Unwrap(text, inside, insideEnd);
        if (name is not null && name.Contains('@', StringComparison.Ordinal))
        {
            // A name that is another address: which of the two is meant is not for us to guess.
            if (!address.Equals(name, StringComparison.OrdinalIgnoreCase))
                address = default;
            name = null;
        }

        Add(start, whole, address.IsEmpty ? whole : address, name);
        return end;
    }

    /// <summary>What follows an address without letters, digits and addresses in it belongs to its entry.</summary>
    private int EndOfPunctuation(int start)
    {
        var end = start;
        while (end < _lineEnd && !Separators.Contains(text[end]))
        {
            if (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end]) || text[end] is '<' or '@')
                return start;
            end++;
        }

        return end;
    }

    /// <summary>Reads up to the next separator: one entry, or several addresses with spaces between them.</summary>
    /// <returns>Where the entry ends.</returns>
    private int ReadWords(int start)
    {
        var end = EndOf(start, Separators);
        if (!PastedText.AreAddresses(text.AsSpan(start, end - start)))
        {
            AddPlain(start, end);
            return end;
        }

        while (start < end)
        {
            var wordEnd = start;
            while (wordEnd < end && !char.IsWhiteSpace(text[wordEnd]))
                wordEnd++;
            AddPlain(start, wordEnd);
            start = wordEnd + 1;
        }

        return end;
    }

    private void AddPlain(int start, int end)
    {
        var whole = PastedText.Trim(text, start, end);
        if (whole.ContainsAnyExcept('"', ' '))
            Add(start, whole, PastedText.Unwrap(text, start, end), null);
    }

    private int EndOf(int start, SearchValues<char> stops)
    {
        var stop = text.AsSpan(start, _lineEnd - start).IndexOfAny(stops);
        return stop < 0 ? _lineEnd : start + stop;
    }

    private void Add(int start, ReadOnlySpan<char> whole, ReadOnlySpan<char> address, string? name)
    {
        var content = whole.ToString();
        if (_entries.Count == 0 && _header is null && PastedHeader.IsHeader(address))
        {
            _header = content;
            return;
        }

        var value = address.Length == whole.Length ? content : address.IsEmpty ? content : address.ToString();
        var isPhone = PastedText.IsPhone(address);
        _entries.Add(new PastedEntry(
            _entries.Count + 1, _line, start - _lineStart + 1, content, email: isPhone ? null : value, phone: isPhone ? value : null, name));
    }
}
