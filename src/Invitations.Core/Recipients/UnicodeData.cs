using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>What this library asks of the platform's Unicode data.</summary>
internal static class UnicodeData
{
    /// <summary>
    /// Whether the platform can normalise text and map domain names. In globalization-invariant mode it answers wrongly instead of
    /// failing: every text counts as normalised, and two spellings of a domain get two A-labels.
    /// </summary>
    public static bool IsAvailable { get; } = "\uFF21".Normalize(NormalizationForm.FormKC) == "A";

    public static bool IsLetterMarkOrDigit(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber || IsMark(rune);

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
