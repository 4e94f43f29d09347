namespace Invitations;

/// <summary>Finds the extension at the end of a number, in the notations that libphonenumber knows.</summary>
internal static class PhoneExtension
{
    private const int MaxDigitsAfterWord = 20;
    private const int MaxDigitsAfterSign = 9;
    private const int MaxDigitsAfterGap = 6;
    private const int FewestDigitsOfNumber = 3;
    private const string UriParameter = ";ext=";

    private static readonly string[] Words = ["ext", "extn", "extension", "xt", "xtn", "xtension", "доб", "anexo"];
    private static readonly string[] Signs = ["x", "#", "~", "int"];

    /// <summary>Says where the number ends and the extension begins.</summary>
    /// <param name="folded">A folded text from the first sign of the number on, without trailing signs other than a hash.</param>
    /// <returns>The length of the number, or of the whole text where it has no extension.</returns>
    public static int Find(ReadOnlySpan<char> folded)
    {
        var hash = folded.EndsWith('#');
        var end = hash ? folded.Length - 1 : folded.Length;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(folded[start - 1]))
            start--;
        var digits = end - start;
        if (digits is 0 or > MaxDigitsAfterWord || start == 0)
            return folded.Length;
        var number = NumberBefore(folded[..start], digits, hash);
        return number > 0 && HasDigits(folded[..number]) ? number : folded.Length;
    }

    private static int NumberBefore(ReadOnlySpan<char> before, int digits, bool hash)
    {
        if (before.EndsWith(UriParameter, StringComparison.Ordinal))
            return before.Length - UriParameter.Length;

        var gap = before.TrimEnd(" ,-");
        var marked = gap.EndsWith(':') || gap.EndsWith('.') ? gap[..^1].TrimEnd(' ') : gap;
        if (EndsWithLabel(marked, Words) is > 0 and var word)
            return Trim(marked[..^word]);
        if (digits <= MaxDigitsAfterSign && EndsWithLabel(marked, Signs) is > 0 and var sign)
            return Trim(marked[..^sign]);
        // What follows a bare comma or semicolon and is longer than this is a second number and not an extension.
        if (digits > MaxDigitsAfterGap)
            return 0;
        if (marked.EndsWith(';') || before[gap.Length..].Contains(','))
            return Trim(marked.TrimEnd(';'));
        return hash && gap.Length < before.Length ? gap.Length : 0;
    }

    /// <summary>The length of the label at the end; 0 where there is none or where it is the end of a longer word.</summary>
    private static int EndsWithLabel(ReadOnlySpan<char> text, string[] labels)
    {
        foreach (var label in labels)
        {
            if (!text.EndsWith(label, StringComparison.Ordinal))
                continue;
            var rest = text[..^label.Length];
            if (rest.IsEmpty || !char.IsLetter(rest[^1]) || !char.IsLetter(label[0]))
                return label.Length;
        }
        return 0;
    }

    private static int Trim(ReadOnlySpan<char> number) => number.TrimEnd(" ,").Length;

    private static bool HasDigits(ReadOnlySpan<char> number)
    {
        var count = 0;
        foreach (var c in number)
            count += char.IsAsciiDigit(c) ? 1 : 0;
        return count >= FewestDigitsOfNumber;
    }
}
