namespace Invitations;

/// <summary>What people and programs put around addresses, and how to take it off.</summary>
internal static class PastedText
{
    private const int FewestPhoneDigits = 6;
    private const int MostPhoneDigits = 20;

    public static ReadOnlySpan<char> Trim(string text, int start, int end) => text.AsSpan(start, end - start).Trim();

    /// <summary>Whether there are several words, and every one of them has an @ with something before and after it.</summary>
    /// <remarks>One word that has none makes the whole doubtful: "ja ne@example.com" must not invite the owner of ne@example.com.</remarks>
    public static bool AreAddresses(ReadOnlySpan<char> text)
    {
        var words = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
                continue;
            if (i > start)
            {
                var at = text[start..i].IndexOf('@');
                if (at <= 0 || at == i - start - 1)
                    return false;
                words++;
            }

            start = i + 1;
        }

        return words > 1;
    }

    /// <summary>Takes off white space, pairs of brackets and quotes, one left-over quote or angle bracket, <c>mailto:</c> and <c>tel:</c>.</summary>
    public static ReadOnlySpan<char> Unwrap(string text, int start, int end)
    {
        var rest = Trim(text, start, end);
        var mayHaveScheme = true;
        while (true)
        {
            // The steps that look further than the ends come last, and can be taken once: the work stays linear.
            var before = rest.Length;
            if (rest.Length > 1 && IsPair(rest[0], rest[^1]))
                rest = rest[1..^1];
            else if (rest is ['<', ..])
                rest = rest[1..];
            else if (rest is [.., '>'])
                rest = rest[..^1];
            else if (mayHaveScheme && WithoutScheme(rest) is var bare && bare.Length < rest.Length)
            {
                rest = bare;
                mayHaveScheme = false;
            }
            else if (rest is ['"', ..] && rest.LastIndexOf('"') == 0)
                rest = rest[1..];
            else if (rest is [.., '"'] && rest.IndexOf('"') == rest.Length - 1)
                rest = rest[..^1];

            rest = rest.Trim();
            if (rest.Length == before)
                return rest;
        }
    }

    /// <summary>The name before an angle bracket, or null.</summary>
    public static string? Name(string text)
    {
        var name = text.AsSpan().Trim();
        if (name is ['"', .., '"'])
        {
            name = name[1..^1].Trim();
            return HasLetters(name) ? WithoutEscapes(name) : null;
        }

        if (name is ['\'', _, .., '\''] or ['“', .., '”'] or ['„', .., '“'])
            name = name[1..^1];
        name = name.Trim().Trim('"').Trim();
        return HasLetters(name) ? name.ToString() : null;
    }

    /// <summary>Digits with what is written between them, and an extension at the end at most.</summary>
    public static bool IsPhone(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsDigit(character))
                digits++;
            else if (character is '+' or '＋' ? digits > 0 : !IsPhonePunctuation(character) && !(digits >= FewestPhoneDigits && IsOfExtension(character)))
                return false;
            if (digits > MostPhoneDigits)
                return false;
        }

        return digits >= FewestPhoneDigits;
    }

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                return true;
        }

        return false;
    }

    private static bool IsPhonePunctuation(char character) =>
        char.IsWhiteSpace(character) || character is '(' or ')' or '[' or ']' or '-' or '.' or '/' or '\u2060' or '\u00AD' or
            (>= '\u2010' and <= '\u2015') or '\u2212' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsOfExtension(char character) => character is '#' or 'e' or 'x' or 't' or 'E' or 'X' or 'T';

    private static bool IsPair(char first, char last) => (first, last) is
        ('"', '"') or ('\'', '\'') or ('`', '`') or ('(', ')') or ('[', ']') or ('{', '}') or ('<', '>') or
        ('“', '”') or ('„', '“') or ('‘', '’') or ('«', '»');

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            return text["tel:".Length..];
        if (!text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return text;
        text = text["mailto:".Length..];
        return text.IndexOf('?') is var query and >= 0 ? text[..query] : text;
    }

    private static string WithoutEscapes(ReadOnlySpan<char> name)
    {
        if (!name.Contains('\\'))
            return name.ToString();
        var target = new char[name.Length];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '\\' && i + 1 < name.Length)
                i++;
            target[length++] = name[i];
        }

        return new string(target, 0, length);
    }
}
