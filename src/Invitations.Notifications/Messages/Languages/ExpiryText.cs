using System.Globalization;

namespace Invitations;

/// <summary>Writes until when an invitation is valid, so that it never promises more than is true.</summary>
internal static class ExpiryText
{
    private static readonly TimeSpan DaysAreEnough = TimeSpan.FromDays(3);

    /// <param name="expiry">The instant from when on it is not valid any more.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the reader or the tenant, or null where nobody knows it: then it is UTC, and the time is named.</param>
    /// <param name="template">The language.</param>
    /// <param name="isShort">Whether it is for a text message.</param>
    public static string Write(DateTimeOffset expiry, DateTimeOffset now, TimeZoneInfo? zone, CompiledTemplate template, bool isShort)
    {
        var words = template.Dates;
        var local = TimeZoneInfo.ConvertTime(expiry, zone ?? TimeZoneInfo.Utc);
        if (zone is not null && expiry - now >= DaysAreEnough)
            return Write(LastWholeDay(local), now, zone, words, isShort);

        var date = Write(DateOnly.FromDateTime(local.DateTime), now, zone, words, isShort);
        return (isShort ? words.ShortDateWithTime : words.DateWithTime)
            .Replace("{date}", date, StringComparison.Ordinal)
            .Replace("{time}", local.ToString("HH':'mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{zone}", WritingDirection.Isolate(ZoneOf(local), template.IsRightToLeft), StringComparison.Ordinal);
    }

    private static string Write(DateOnly date, DateTimeOffset now, TimeZoneInfo? zone, DateWords words, bool isShort)
    {
        if (isShort)
            return words.WriteShort(date);
        var thisYear = TimeZoneInfo.ConvertTime(now, zone ?? TimeZoneInfo.Utc).Year;
        return words.Write(date, withYear: date.Year != thisYear);
    }

    /// <summary>The last day to whose end it is valid: people read "until Friday" as the whole of Friday.</summary>
    private static DateOnly LastWholeDay(DateTimeOffset local)
    {
        var date = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay >= new TimeSpan(23, 59, 0) ? date : date.AddDays(-1);
    }

    /// <summary>The offset, which every language writes alike: UTC, UTC+1, UTC-3:30.</summary>
    private static string ZoneOf(DateTimeOffset local)
    {
        var offset = local.Offset;
        if (offset == TimeSpan.Zero)
            return "UTC";
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var minutes = Math.Abs(offset.Minutes);
        return string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}{(minutes == 0 ? "" : $":{minutes:00}")}");
    }
}
