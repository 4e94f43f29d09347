using System.Buffers;

namespace Invitations;

/// <summary>How many segments a text message has: what a provider charges for.</summary>
/// <remarks>
/// Some providers replace characters (curly quotes by straight ones) and so count less. None counts more, unless it adds a text of its own.
/// </remarks>
public readonly record struct SmsSegments
{
    private const int SingleGsm7 = 160;
    private const int EachGsm7 = 153;
    private const int SingleUcs2 = 70;
    private const int EachUcs2 = 67;

    // GSM 03.38, the default alphabet and its extension table; the escape itself is no text.
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    private SmsSegments(SmsEncoding encoding, int units, int count, int left)
    {
        Encoding = encoding;
        Units = units;
        Count = count;
        UnitsLeft = left;
    }

    /// <summary>The encoding that the text needs.</summary>
    public SmsEncoding Encoding { get; }

    /// <summary>The length in units of the encoding: a character of the extension table (<c>€ [ ] { } \ ^ ~ |</c>) counts as two in GSM-7, an emoji as two in UCS-2.</summary>
    public int Units { get; }

    /// <summary>The number of segments; 0 for an empty text.</summary>
    public int Count { get; }

    /// <summary>How many more units fit into the last segment.</summary>
    public int UnitsLeft { get; }

    /// <summary>Counts the segments of a text.</summary>
    /// <param name="text">The text.</param>
    public static SmsSegments Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var units = 0;
        foreach (var character in text)
        {
            if (Basic.Contains(character))
                units++;
            else if (Extended.Contains(character))
                units += 2;
            else
                return Split(SmsEncoding.Ucs2, text, text.Length, SingleUcs2, EachUcs2);
        }

        return Split(SmsEncoding.Gsm7, text, units, SingleGsm7, EachGsm7);
    }

    private static SmsSegments Split(SmsEncoding encoding, string text, int units, int single, int each)
    {
        if (units <= single)
            return new(encoding, units, units == 0 ? 0 : 1, single - units);

        var count = 1;
        var filled = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Neither an escaped character nor a surrogate pair is cut in two.
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var size = isPair || (encoding is SmsEncoding.Gsm7 && Extended.Contains(text[i])) ? 2 : 1;
            if (filled + size > each)
            {
                count++;
                filled = 0;
            }

            filled += size;
            if (isPair)
                i++;
        }

        return new(encoding, units, count, each - filled);
    }
}
