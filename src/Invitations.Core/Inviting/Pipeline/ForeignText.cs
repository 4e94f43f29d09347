using System.Buffers;
using System.Text;

namespace Invitations;

/// <summary>Text that is taken as it is, or only named in an error: nobody has cleaned it.</summary>
internal static class ForeignText
{
    private const int ShownLength = 300;
    private const char Replacement = '\uFFFD';

    /// <summary>Whether every store can keep the text: PostgreSQL has no NUL in a text, and UTF-8 no half of a surrogate pair.</summary>
    public static bool IsStorable(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || FirstFlaw(text) < 0;

    /// <summary>The text without what no store can keep.</summary>
    public static string Storable(string text)
    {
        if (IsStorable(text))
            return text;
        var storable = new StringBuilder(text);
        for (var flaw = FirstFlaw(text); flaw >= 0; flaw = FirstFlaw(text, flaw + 1))
            storable[flaw] = Replacement;
        return storable.ToString();
    }

    /// <summary>The text as an error names it: a megabyte in a column of groups does not come back as a megabyte.</summary>
    public static string Shown(string text)
    {
        if (text.Length <= ShownLength)
            return Storable(text);
        var length = char.IsHighSurrogate(text[ShownLength - 1]) ? ShownLength - 1 : ShownLength;
        return Storable(text[..length]) + '…';
    }

    private static int FirstFlaw(string text, int start = 0)
    {
        for (var i = start; i < text.Length;)
        {
            if (text[i] == '\0' || Rune.DecodeFromUtf16(text.AsSpan(i), out _, out var length) != OperationStatus.Done)
                return i;
            i += length;
        }

        return -1;
    }
}
