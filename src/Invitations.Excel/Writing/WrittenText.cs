using System.Buffers;
using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Brings any text into the form in which a cell of a workbook can hold it.</summary>
internal static class WrittenText
{
    /// <summary>The most UTF-16 code units that a cell can hold.</summary>
    public const int MaxLength = 32_767;

    private const char Replacement = '\uFFFD';

    /// <summary>What a spreadsheet takes for the beginning of a formula, full-width forms included.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (char)code),
        '_',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Whether a spreadsheet program could take a text for a formula when it reads it from a text file, or when somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string? text) => !string.IsNullOrEmpty(text) && FormulaStarts.Contains(text[0]);

    /// <summary>
    /// The text as it stands in the markup: at most <see cref="MaxLength"/> long, control characters as <c>_x0007_</c>, and what only looks
    /// like that with its underscore escaped; half surrogate pairs become U+FFFD.
    /// </summary>
    public static string ForMarkup(string text)
    {
        if (text.Length > MaxLength)
            text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        var first = text.AsSpan().IndexOfAny(Suspicious);
        return first < 0 ? text : Escape(text, first);
    }

    private static string Escape(string text, int first)
    {
        var target = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '_' && IsEscape(text.AsSpan(i)))
                target.Append("_x005F_");
            else if (character < ' ' && character is not ('\t' or '\n'))
                target.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
            else if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                target.Append(character).Append(text[++i]);
            else
                target.Append(char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF' ? Replacement : character);
        }

        return target.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_' && !text[2..6].ContainsAnyExcept(HexDigits);
}
