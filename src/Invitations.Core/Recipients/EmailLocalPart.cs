using System.Buffers;
using System.Text;

namespace Invitations;

/// <summary>The part before the @: a dot-atom of RFC 5322, with the letters of RFC 6531.</summary>
internal static class EmailLocalPart
{
    private static readonly SearchValues<char> AtomsAndDots = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    public static bool IsAsciiDotAtom(ReadOnlySpan<char> local) => !local.ContainsAnyExcept(AtomsAndDots) && DotsAreInside(local);

    /// <remarks>The caller has made sure that the text has no hidden characters and no half surrogate pairs.</remarks>
    public static EmailAddressProblem Check(ReadOnlySpan<char> local)
    {
        if (Encoding.UTF8.GetByteCount(local) > EmailAddress.MaxLocalLength)
            return EmailAddressProblem.LocalPartTooLong;
        if (!DotsAreInside(local))
            return EmailAddressProblem.LocalPart;
        if (Ascii.IsValid(local))
            return local.ContainsAnyExcept(AtomsAndDots) ? EmailAddressProblem.LocalPart : EmailAddressProblem.None;
        if (!UnicodeData.IsAvailable)
            return EmailAddressProblem.UnicodeUnavailable;
        return IsDotAtom(local) && local.IsNormalized(NormalizationForm.FormKC) ? EmailAddressProblem.None : EmailAddressProblem.LocalPart;
    }

    private static bool IsDotAtom(ReadOnlySpan<char> local)
    {
        var first = true;
        foreach (var rune in local.EnumerateRunes())
        {
            // A mark without a letter before it would be drawn on the dot.
            var allowed = rune.IsAscii ? AtomsAndDots.Contains((char)rune.Value) : UnicodeData.IsLetterMarkOrDigit(rune) && !(first && UnicodeData.IsMark(rune));
            if (!allowed)
                return false;
            first = rune.Value == '.';
        }

        return true;
    }

    private static bool DotsAreInside(ReadOnlySpan<char> local) =>
        !local.IsEmpty && local[0] != '.' && local[^1] != '.' && local.IndexOf("..", StringComparison.Ordinal) < 0;
}
