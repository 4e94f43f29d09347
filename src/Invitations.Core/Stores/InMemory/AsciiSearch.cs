namespace Invitations.Stores.InMemory;

/// <summary>Looks for a text inside others, ignoring the case of ASCII letters and of no other ones.</summary>
internal sealed class AsciiSearch
{
    private readonly string _text;
    private readonly char _lower;
    private readonly char _upper;

    public AsciiSearch(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
        _lower = Lower(text[0]);
        _upper = char.IsAsciiLetterLower(_lower) ? (char)(_lower - 32) : _lower;
        HasSpace = text.Contains(' ', StringComparison.Ordinal);
    }

    public bool HasSpace { get; }

    public bool IsIn(string? value)
    {
        var rest = value.AsSpan();
        while (rest.Length >= _text.Length)
        {
            var at = rest.IndexOfAny(_lower, _upper);
            if (at < 0 || at > rest.Length - _text.Length)
                return false;
            if (StartsHere(rest[at..]))
                return true;
            rest = rest[(at + 1)..];
        }

        return false;
    }

    private bool StartsHere(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < _text.Length; i++)
        {
            if (Lower(rest[i]) != Lower(_text[i]))
                return false;
        }

        return true;
    }

    private static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character + 32) : character;
}
