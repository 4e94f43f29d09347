using System.Buffers;
using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Characters that nobody sees: with them, two texts look alike and are not.</summary>
internal static class HiddenCharacters
{
    /// <summary>Whether the text has a hidden character, a line break, or half of a surrogate pair.</summary>
    public static bool In(ReadOnlySpan<char> text)
    {
        var rest = text.IndexOfAnyExceptInRange(' ', '~');
        if (rest < 0)
            return false;

        text = text[rest..];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || IsHidden(rune))
                return true;
            text = text[length..];
        }

        return false;
    }

    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => IsIgnorable(rune.Value) || IsNoncharacter(rune.Value),
    };

    /// <summary>Code points that Unicode reserves for inner use; XML, and so a spreadsheet, cannot carry some of them.</summary>
    public static bool IsNoncharacter(int codePoint) => codePoint is >= 0xFDD0 and <= 0xFDEF || (codePoint & 0xFFFE) == 0xFFFE;

    /// <summary>
    /// The code points of the property Default_Ignorable_Code_Point (Unicode Character Database, DerivedCoreProperties), and the marks
    /// for annotations between lines (U+FFF9 to U+FFFB).
    /// </summary>
    public static bool IsIgnorable(int codePoint) => codePoint switch
    {
        < 0xAD => false,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) => true,
        < 0x200B => false,
        <= 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 => true,
        (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) => true,
        (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => false,
    };
}
