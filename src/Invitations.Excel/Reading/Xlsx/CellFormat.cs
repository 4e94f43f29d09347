namespace Invitations;

/// <summary>What a number format makes of a number.</summary>
internal static class CellFormat
{
    /// <summary>A number as it is.</summary>
    public const byte General = 0;

    /// <summary>A date.</summary>
    public const byte Date = byte.MaxValue;

    /// <summary>Says what a built-in format is.</summary>
    public static byte OfBuiltIn(int id) => id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) ? Date : General;

    /// <summary>Says what a format code is: a date, or as many digits as it has zeros where it has nothing else, or general.</summary>
    public static byte Of(string code)
    {
        if (code.Length is > 1 and < Date && code.AsSpan().IndexOfAnyExcept('0') < 0)
            return (byte)code.Length;
        return IsDate(code) ? Date : General;
    }

    // 'm' is the month or the minute; a format with hours or seconds and no day or year is a time of day.
    private static bool IsDate(string code)
    {
        var (hasMonth, hasTime) = (false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[':
                    i = End(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'D' or 'y' or 'Y':
                    return true;
                case 'm' or 'M':
                    hasMonth = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    hasTime = true;
                    break;
            }
        }

        return hasMonth && !hasTime;
    }

    private static int End(string code, int start, char end)
    {
        var found = code.IndexOf(end, start + 1);
        return found < 0 ? code.Length : found;
    }
}
