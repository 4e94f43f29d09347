using System.Globalization;

namespace Invitations;

/// <summary>Crockford's base32: the digits and the letters without I, L, O and U.</summary>
internal static class CodeAlphabet
{
    public const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public const int BitsPerSymbol = 5;

    private const char LastAscii = '\u007F';
    private const char MinusSign = '\u2212';

    /// <summary>The value of a symbol as somebody typed it, or -1. Only ASCII folds: a Kelvin sign is no K.</summary>
    public static int ValueOf(char symbol) => symbol switch
    {
        'O' or 'o' => 0,
        'I' or 'i' or 'L' or 'l' => 1,
        >= 'a' and <= 'z' => Symbols.IndexOf((char)(symbol - 'a' + 'A'), StringComparison.Ordinal),
        _ => Symbols.IndexOf(symbol, StringComparison.Ordinal),
    };

    /// <summary>Whether people, phones and word processors put the character between symbols: spaces, dashes, invisible marks.</summary>
    public static bool IsSeparator(char c) => c switch
    {
        '-' or MinusSign => true,
        <= LastAscii => char.IsWhiteSpace(c),
        _ => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format,
    };
}
