namespace Invitations;

/// <summary>The digits that a text holds, before anything is known about its country.</summary>
internal readonly record struct TypedNumber(PhoneNumberProblem Problem, int Digits, bool IsInternational, bool HasExtension)
{
    /// <summary>Reads the digits of a folded text.</summary>
    /// <param name="folded">The folded text. What stands before the first plus or digit and after the last letter or digit is ignored.</param>
    /// <param name="digits">Room for as many digits as <paramref name="folded"/> has characters.</param>
    public static TypedNumber Read(ReadOnlySpan<char> folded, Span<char> digits)
    {
        var start = folded.IndexOfAnyInRange('0', '9');
        if (start < 0)
            return new(PhoneNumberProblem.NotANumber, 0, false, false);
        var plus = folded[..start].IndexOf('+');
        var number = TrimEnd(folded[(plus >= 0 ? plus : start)..]);
        var length = PhoneExtension.Find(number);
        var hasExtension = length < number.Length;

        var count = 0;
        foreach (var c in number[..length])
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
            else if (!PhoneText.IsSeparator(c) && (c != '+' || count > 0))
                return new(PhoneNumberProblem.NotANumber, count, false, hasExtension);
        }
        return new(PhoneNumberProblem.None, count, plus >= 0, hasExtension);
    }

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> number)
    {
        var end = number.Length;
        while (end > 0 && number[end - 1] != '#' && !char.IsLetterOrDigit(number[end - 1]))
            end--;
        return number[..end];
    }
}
