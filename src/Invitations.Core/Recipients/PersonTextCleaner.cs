using System.Buffers;
using System.Text;

namespace Invitations;

/// <summary>Drops, evens out and refuses characters. Text that is clean already comes back as the same string.</summary>
internal static class PersonTextCleaner
{
    /// <param name="text">The text.</param>
    /// <param name="multiline">Whether line breaks are kept, as <c>\n</c>; white space within a line is then left alone.</param>
    /// <param name="cleaned">The cleaned text, or null where nothing visible is left.</param>
    public static PersonTextProblem Clean(string text, bool multiline, out string? cleaned)
    {
        cleaned = text;
        if (IsClean(text))
            return PersonTextProblem.None;

        cleaned = null;
        var target = new StringBuilder(text.Length);
        var visible = false;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
                return PersonTextProblem.MalformedText;
            if (IsLineBreak(rune.Value))
            {
                if (!multiline)
                    return PersonTextProblem.LineBreak;
                length = rest.StartsWith("\r\n", StringComparison.Ordinal) ? 2 : length;
                target.Append('\n');
            }
            else if ((Rune.IsControl(rune) && rune.Value != '\t') || HiddenCharacters.IsNoncharacter(rune.Value))
            {
                return PersonTextProblem.ControlCharacter;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                if (multiline || (target.Length > 0 && target[^1] != ' '))
                    target.Append(multiline && rune.Value != '\t' ? (char)rune.Value : ' ');
            }
            else if (IsKept(rune.Value))
            {
                visible |= !HiddenCharacters.IsIgnorable(rune.Value);
                target.Append(rest[..length]);
            }

            rest = rest[length..];
        }

        if (visible)
            cleaned = target.ToString().Trim();
        return PersonTextProblem.None;
    }

    /// <summary>Printable ASCII with single spaces inside: what most names are.</summary>
    private static bool IsClean(ReadOnlySpan<char> text) =>
        text[0] != ' ' && text[^1] != ' ' && text.IndexOfAnyExceptInRange(' ', '~') < 0 && text.IndexOf("  ", StringComparison.Ordinal) < 0;

    private static bool IsLineBreak(int codePoint) => codePoint is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Of the invisible characters, those that change how the ones beside them are drawn within one word.</summary>
    private static bool IsKept(int codePoint) => !HiddenCharacters.IsIgnorable(codePoint) || codePoint is
        0x200C or 0x200D or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
