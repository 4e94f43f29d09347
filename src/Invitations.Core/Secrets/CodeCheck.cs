namespace Invitations;

/// <summary>The check symbol of an access code, one of the 32 data symbols.</summary>
/// <remarks>
/// A Reed-Solomon code with one check symbol over GF(32), the field of x^5 + x^2 + 1: position <c>i</c> from the right weighs
/// <c>2^i</c>. No weight is zero, so every single wrong symbol is found; the weights of up to 31 positions are all different, so every
/// swap of two symbols is found, adjacent or not. Crockford's own check (modulo 37) finds the same, but needs <c>* ~ $ = U</c>, which
/// nobody can say on the phone and no number pad has; modulo 32 cannot find all of both. The sum starts at one and not at zero, so that
/// a zero more or less in front is found too.
/// </remarks>
internal static class CodeCheck
{
    private const int Start = 1;
    private const int Overflow = 0b100000;
    private const int FieldPolynomial = 0b100101;

    /// <summary>The check symbol for the data symbols.</summary>
    public static char For(ReadOnlySpan<char> data) => CodeAlphabet.Symbols[Double(Sum(data))];

    /// <summary>Whether the last symbol is the check symbol of those before it.</summary>
    public static bool Holds(ReadOnlySpan<char> dataAndCheck) => Sum(dataAndCheck) == 0;

    private static int Sum(ReadOnlySpan<char> symbols)
    {
        var sum = Start;
        foreach (var symbol in symbols)
            sum = Double(sum) ^ CodeAlphabet.ValueOf(symbol);
        return sum;
    }

    private static int Double(int element)
    {
        var doubled = element << 1;
        return (doubled & Overflow) == 0 ? doubled : doubled ^ FieldPolynomial;
    }
}
