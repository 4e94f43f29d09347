using System.Buffers;
using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Makes text from people fit to stand in a message: no line breaks where they do not belong, no control characters, a bounded length.</summary>
/// <remarks>Names and messages are cleaned when they are taken; this holds for rows of an earlier version and for what a host passes by itself.</remarks>
internal static class PlainText
{
    private const char Ellipsis = '…';
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> OtherBreaks = SearchValues.Create("\u007F\u0085\u2028\u2029");

    /// <summary>One line without control characters, at most so many characters as a reader counts them.</summary>
    public static string Line(string? text, int longest) => string.IsNullOrEmpty(text) ? "" : Cut(Clean(text), longest);

    /// <summary>The lines of a text of several, without empty ones at the ends.</summary>
    public static IReadOnlyList<string> Lines(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var lines = new List<string>();
        foreach (var line in Cut(text, longest).AsSpan().Trim().EnumerateLines())
            lines.Add(Clean(line.ToString()));
        return lines;
    }

    /// <summary>The text with every line break and control character turned into a space: what a header may hold.</summary>
    public static string OneLine(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.AsSpan().ContainsAnyInRange('\0', '\x1F') && trimmed.AsSpan().IndexOfAny(OtherBreaks) < 0)
            return trimmed;
        return string.Create(trimmed.Length, trimmed, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        });
    }

    /// <summary>The text without runs of empty lines, and with spaces at no end of a line.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimEnd();
            empty = trimmed.IsEmpty ? empty + 1 : 0;
            if (empty < 2 && (tidy.Length > 0 || !trimmed.IsEmpty))
                tidy.Append(trimmed).Append('\n');
        }

        while (tidy.Length > 1 && tidy[^1] == '\n' && tidy[^2] == '\n')
            tidy.Length--;
        return tidy.ToString();
    }

    private static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
            return text.Trim();
        var cleaned = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
                cleaned.Append(Replacement);
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                cleaned.Append(' ');
            else if (!IsBidiControl(rune.Value))
                cleaned.Append(rest[..length]);
            rest = rest[length..];
        }

        return cleaned.ToString().Trim();
    }

    private static bool IsBidiControl(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var elements = StringInfo.GetTextElementEnumerator(text);
        var count = 0;
        while (elements.MoveNext())
        {
            // A name may be made of any number of combining marks: neither the elements nor the characters go beyond.
            if (++count >= longest || elements.ElementIndex >= longest * 4)
                return elements.ElementIndex + elements.GetTextElement().Length >= text.Length ? text : string.Concat(text.AsSpan(0, elements.ElementIndex).TrimEnd(), [Ellipsis]);
        }

        return text;
    }
}
