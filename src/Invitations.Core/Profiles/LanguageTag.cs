using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>Reads language tags (BCP 47, RFC 5646) as far as people use them: language, script, region, variants.</summary>
internal static class LanguageTag
{
    private const int MaxLength = 35;

    /// <summary>Reads a tag and writes it as RFC 5646 section 2.1.1 recommends: <c>nl-BE</c>, <c>zh-Hant</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? tag)
    {
        tag = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > MaxLength)
            return false;
        var subtags = trimmed.ToString().Replace('_', '-').Split('-');
        if (!IsLanguage(subtags[0]))
            return false;

        subtags[0] = subtags[0].ToLowerInvariant();
        for (var i = 1; i < subtags.Length; i++)
        {
            if (subtags[i].Length is < 2 or > 8 || !subtags[i].All(char.IsAsciiLetterOrDigit))
                return false;
            subtags[i] = Cased(subtags[i]);
        }

        tag = string.Join('-', subtags);
        return true;
    }

    /// <summary>Whether a tag is one of the supported ones or below one: <c>nl</c> supports <c>nl-BE</c>.</summary>
    public static bool IsSupported(string tag, IReadOnlyList<string> supported)
    {
        if (supported.Count == 0)
            return true;
        foreach (var written in supported)
        {
            var range = TryParse(written, out var canonical) ? canonical : written;
            if (tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-'))
                return true;
        }

        return false;
    }

    private static bool IsLanguage(string subtag) => subtag.Length is 2 or 3 && subtag.All(char.IsAsciiLetter);

    private static string Cased(string subtag) => subtag.Length switch
    {
        2 => subtag.ToUpperInvariant(),
        4 => string.Concat(subtag[..1].ToUpperInvariant(), subtag[1..].ToLowerInvariant()),
        _ => subtag.ToLowerInvariant(),
    };
}
