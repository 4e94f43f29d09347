using System.Globalization;

namespace Invitations;

/// <summary>Reads numbers that stand for something else: phone numbers and ids that a spreadsheet program took for quantities.</summary>
internal static class NumberText
{
    /// <summary>Writes a number without exponent and without decimals that are zero: <c>4.477E+11</c> is <c>447700000000</c>.</summary>
    /// <returns>The text itself where it is no number of at most 28 digits.</returns>
    public static string Plain(string number)
    {
        if (number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || !decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return number;
        return value.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>Takes the decimals off that programs append to whole numbers: <c>447911123456.0</c>.</summary>
    public static string WithoutZeroDecimals(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && point < text.Length - 1
            && text.AsSpan(0, point).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0
                ? text[..point]
                : text;
    }

    /// <summary>Whether a text is a number in powers of ten, and whether it has lost digits on the way: <c>4.477E+11</c> as text has.</summary>
    public static bool IsInPowersOfTen(string text, out bool isShortened)
    {
        isShortened = false;
        var exponent = text.IndexOfAny(['E', 'e']);
        if (exponent < 1 || exponent == text.Length - 1)
            return false;
        var mantissa = text.AsSpan(0, exponent).Trim();
        var power = text.AsSpan(exponent + 1).TrimStart('+');
        if (!int.TryParse(power, NumberStyles.None, CultureInfo.InvariantCulture, out var zeros) || !char.IsAsciiDigit(mantissa[0]))
            return false;
        var separator = mantissa.IndexOfAny('.', ',');
        var decimals = separator < 0 ? [] : mantissa[(separator + 1)..];
        var whole = separator < 0 ? mantissa : mantissa[..separator];
        if (whole.IndexOfAnyExceptInRange('0', '9') >= 0 || decimals.IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        isShortened = decimals.Length < zeros;
        return true;
    }
}
