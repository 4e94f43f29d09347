using System.Buffers;
using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Finds what a mail program would turn into a link.</summary>
/// <remarks>
/// A host name is a run of labels whose last one is a top-level domain that people register names under (see <see cref="TopLevelDomains"/>).
/// "St.John" and "J.R.R.Tolkien" are none, since nothing is called <c>.john</c>. Where a top-level domain is also a piece of a name
/// ("Dr.No", "B.Tech", "J.de Vries"), case and the length of the labels before it decide.
/// </remarks>
internal static class LinkDetector
{
    private const int LongestAbbreviation = 3;

    private static readonly SearchValues<char> Telltales = SearchValues.Create(".:/@");
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");
    private static readonly string[] Schemes = ["mailto:", "javascript:"];
    private static readonly string[] Frameworks = ["asp.net", "vb.net", "ado.net", "ml.net"];

    public static bool Breaks(LinkRule rule, string text)
    {
        if (rule == LinkRule.Any)
            return false;

        var shown = AsShown(text);
        return shown.ContainsAny(Telltales) && (HasScheme(shown) || HasHost(rule, shown));
    }

    /// <summary>The text as a link finder sees it: full-width letters and dots are as good as others, joiners are nothing.</summary>
    private static ReadOnlySpan<char> AsShown(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u1FFF') < 0)
            return text;

        var shown = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            if (!HiddenCharacters.IsIgnorable(character))
                shown.Append(character == '\u3002' ? '.' : character);
        }

        return shown.ToString();
    }

    private static bool HasScheme(ReadOnlySpan<char> text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return true;
        foreach (var scheme in Schemes)
        {
            var at = text.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + scheme.Length < text.Length && text[at + scheme.Length] != ' ')
                return true;
        }

        return false;
    }

    private static bool HasHost(LinkRule rule, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && IsHostCharacter(text[length]))
                length++;

            if (length > 0)
            {
                var hasPath = length + 1 < text.Length && text[length] is '/' or '?' or '#' && text[length - 1] != '.' && text[length + 1] != ' ';
                if (IsHost(rule, text[..length].Trim(".-_"), hasPath))
                    return true;
            }

            text = text[Math.Min(length + 1, text.Length)..];
        }

        return false;
    }

    private static bool IsHost(LinkRule rule, ReadOnlySpan<char> host, bool hasPath)
    {
        var dot = host.LastIndexOf('.');
        if (dot < 0 || host.IndexOf("..", StringComparison.Ordinal) >= 0)
            return false;
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;

        var front = host[..dot];
        var last = host[(dot + 1)..];
        if (rule == LinkRule.NoPlainLinks)
            return hasPath && TopLevelDomains.Contains(last) && !IsFramework(host);
        if (hasPath && last.Length > 1)
            return TopLevelDomains.Contains(last) || IsLowerCase(last);
        if (last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || IsIpAddress(host))
            return true;
        return TopLevelDomains.Contains(last) && !IsPieceOfName(front, last);
    }

    private static bool IsPieceOfName(ReadOnlySpan<char> front, ReadOnlySpan<char> last)
    {
        var capitalised = char.IsUpper(last[0]);
        var country = last.Length == 2;
        foreach (var range in front.Split('.'))
        {
            var label = front[range];
            var abbreviation = label.Length <= LongestAbbreviation && char.IsUpper(label[0]) && !label.ContainsAnyExceptInRange('A', 'z');
            if (!abbreviation || (label.Length > 1 && !(country && capitalised)))
                return false;
        }

        // "Dr.No", "J.de Vries" and "B.Tech" are pieces of names; "Evil.Ru", "bit.ly" and "x.com" are not.
        return country || (capitalised && char.IsLower(last[^1]));
    }

    private static bool IsIpAddress(ReadOnlySpan<char> host) => host.Count('.') == 3 && !host.ContainsAnyExcept(DigitsAndDot);

    private static bool IsFramework(ReadOnlySpan<char> host)
    {
        foreach (var framework in Frameworks)
        {
            if (host.Equals(framework, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsLowerCase(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLower(character))
                return false;
        }

        return true;
    }

    // Marks and the outer planes count as letters: a label in any script is a label.
    private static bool IsHostCharacter(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '-' or '_' || char.IsSurrogate(character) ||
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
