using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Brings a text into the small alphabet that the rest of the parser reads.</summary>
internal static class PhoneText
{
    /// <summary>The longest text that is looked at, in characters, as in libphonenumber. It bounds every loop and every regex.</summary>
    public const int MaxLength = 250;

    private const int SixDigits = 6;
    private const char CombiningAcute = '\u0301';
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = FullWidthFirst - '!';

    /// <summary>
    /// Writes the text with decimal digits of any script as ASCII digits, full-width forms as ASCII, letters in lower case, every dash as
    /// a hyphen, every space as a space, every line break as a line feed, and without invisible format characters (bidi marks,
    /// zero-width spaces, soft hyphens). Everything else stays.
    /// </summary>
    /// <param name="text">At most <see cref="MaxLength"/> characters.</param>
    /// <param name="folded">Room for as many characters as <paramref name="text"/> has.</param>
    /// <returns>The number of characters written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var written = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is >= '!' and <= '~')
            {
                folded[written++] = char.ToLowerInvariant(c);
                i++;
                continue;
            }
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            if (Fold(rune) is { } sign)
                folded[written++] = sign;
            i += consumed;
        }
        return written;
    }

    /// <summary>Whether a folded text that is no number holds two or more, so that the person can be told.</summary>
    public static bool HoldsSeveral(ReadOnlySpan<char> folded)
    {
        var (numbers, digits) = (0, 0);
        foreach (var c in folded)
        {
            if (char.IsAsciiDigit(c))
                numbers += ++digits == SixDigits ? 1 : 0;
            else if (c is '/' or ';' or ',' or '|' or '&' or '+' or '\n' || char.IsLetter(c))
                digits = 0;
        }
        return numbers > 1;
    }

    /// <summary>Whether a folded character may stand between the digits of a number.</summary>
    public static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '/' or '[' or ']' or '~';

    private static char? Fold(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                return (char)('0' + (int)Rune.GetNumericValue(rune));
            case UnicodeCategory.Format:
                return null;
            case UnicodeCategory.DashPunctuation:
                return '-';
            case UnicodeCategory.SpaceSeparator:
                return ' ';
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return '\n';
        }
        return rune.Value switch
        {
            '\t' => ' ',
            '\r' => '\n',
            // The minus sign, and the Japanese prolonged sound mark that keyboards give for it.
            0x2212 or 0x30FC => '-',
            // Swung dash and tilde operator.
            0x2053 or 0x223C => '~',
            // 'extensión' is written with one character or with two.
            'ó' or 'Ó' => 'o',
            CombiningAcute => null,
            >= FullWidthFirst and <= FullWidthLast => char.ToLowerInvariant((char)(rune.Value - FullWidthOffset)),
            _ when rune.IsBmp => char.ToLowerInvariant((char)rune.Value),
            _ => (char)Rune.ReplacementChar.Value,
        };
    }
}
