using System.Globalization;

namespace Invitations;

/// <summary>Reads dates as people type them.</summary>
internal static class DateText
{
    private static readonly char[] Separators = ['.', '/', '-', ' ', '\u00A0'];

    /// <summary>Reads a date: year, month and day, or in the order given; with a time behind it, which is cut off.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="order">What comes first in <c>3/4/2026</c>; null reads only what can be read in one way. Points mean that the day comes first.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(string text, DateOrder? order, out DateOnly date)
    {
        date = default;
        if (text.Length < 6)
            return false;
        var time = text.IndexOfAny(['T', ':']);
        if (time > 0)
            text = text[..(text[time] == 'T' ? time : text.LastIndexOf(' ', time) is > 0 and var space ? space : time)];
        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || !TryNumber(parts[0], out var first) || !TryNumber(parts[1], out var second) || !TryNumber(parts[2], out var third))
            return false;
        if (parts[0].Length == 4)
            return TryMake(first, second, third, out date);
        if (parts[2].Length != 4)
            return false;

        var isDayFirst = text.Contains('.', StringComparison.Ordinal) ? DateOrder.DayFirst : order;
        return (isDayFirst, first, second) switch
        {
            (DateOrder.DayFirst, _, _) => TryMake(third, second, first, out date),
            (DateOrder.MonthFirst, _, _) => TryMake(third, first, second, out date),
            (_, > 12, _) => TryMake(third, second, first, out date),
            (_, _, > 12) => TryMake(third, first, second, out date),
            _ when first == second => TryMake(third, second, first, out date),
            _ => false,
        };
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }
}
