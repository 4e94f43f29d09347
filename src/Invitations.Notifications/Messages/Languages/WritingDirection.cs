namespace Invitations;

/// <summary>From which side a language is written, and how text of the other side is set into it.</summary>
internal static class WritingDirection
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    public static bool IsRightToLeft(string tag)
    {
        if (tag.Contains("-Latn", StringComparison.OrdinalIgnoreCase) || tag.Contains("-Cyrl", StringComparison.OrdinalIgnoreCase))
            return false;
        return RightToLeft.Contains(LanguageChain.Primary(tag))
            || tag.Contains("-Arab", StringComparison.OrdinalIgnoreCase)
            || tag.Contains("-Hebr", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Wraps text of the other direction into isolates (UAX #9), so that it does not turn the sentence around it. Other text stays as it
    /// is: an isolate would cost a text message its seven-bit alphabet.
    /// </summary>
    public static string Isolate(string text, bool isRightToLeft)
    {
        foreach (var character in text)
        {
            if (isRightToLeft ? IsStrongLeftToRight(character) : IsStrongRightToLeft(character))
                return $"{FirstStrongIsolate}{text}{PopIsolate}";
        }

        return text;
    }

    /// <summary>Whether a text of people begins in a script that is written from right to left.</summary>
    public static bool BeginsRightToLeft(string text)
    {
        foreach (var character in text)
        {
            if (IsStrongRightToLeft(character))
                return true;
            if (char.IsLetter(character))
                return false;
        }

        return false;
    }

    /// <summary>What stands between the members of a list.</summary>
    public static string CommaOf(string tag) => LanguageChain.Primary(tag) is "ar" or "fa" or "ur" or "ckb" or "ps" ? "، " : ", ";

    private static bool IsStrongRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';

    private static bool IsStrongLeftToRight(char character) => char.IsLetter(character) && !IsStrongRightToLeft(character);
}
