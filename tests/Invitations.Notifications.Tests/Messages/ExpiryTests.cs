using System.Globalization;
using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

/// <summary>The clock stands at Friday 27 November 2026, 09:13 UTC.</summary>
public sealed class ExpiryTests
{
    [Theory]
    [InlineData("2026-12-05T09:00Z", "Europe/Brussels", "Friday 4 December")]
    [InlineData("2026-12-05T23:00Z", "Europe/Brussels", "Saturday 5 December")]
    [InlineData("2026-12-05T22:59Z", "Europe/Brussels", "Saturday 5 December")]
    [InlineData("2026-12-05T22:58Z", "Europe/Brussels", "Friday 4 December")]
    [InlineData("2027-01-05T12:00Z", "Europe/Brussels", "Monday 4 January 2027")]
    public void With_a_known_zone_a_date_is_the_last_whole_day(string expiry, string zone, string text) => Assert.Equal(text, Write(expiry, zone));

    [Theory]
    [InlineData("2026-11-28T09:13Z", "Europe/Brussels", "Saturday 28 November, 10:13 (UTC+1)")]
    [InlineData("2026-11-28T03:00Z", "America/New_York", "Friday 27 November, 22:00 (UTC-5)")]
    [InlineData("2026-11-28T09:13Z", "Asia/Kolkata", "Saturday 28 November, 14:43 (UTC+5:30)")]
    public void Where_less_than_three_days_are_left_the_time_is_named(string expiry, string zone, string text) => Assert.Equal(text, Write(expiry, zone));

    [Fact]
    public void Where_nobody_knows_the_zone_the_time_is_named_in_UTC() =>
        Assert.Equal("Saturday 5 December, 09:00 (UTC)", Write("2026-12-05T09:00Z", zone: null));

    [Theory]
    [InlineData("en", "Friday 4 December", "4 Dec")]
    [InlineData("fr", "vendredi 4 décembre", "4/12")]
    [InlineData("nl", "vrijdag 4 december", "4-12")]
    [InlineData("de", "Freitag, 4. Dezember", "4.12.")]
    [InlineData("es", "viernes 4 de diciembre", "4/12")]
    [InlineData("it", "venerdì 4 dicembre", "4/12")]
    [InlineData("pt", "sexta-feira, 4 de dezembro", "4/12")]
    [InlineData("pl", "4 grudnia (piątek)", "4.12")]
    [InlineData("ar", "الجمعة 4 ديسمبر", "4 ديسمبر")]
    [InlineData("he", "יום שישי, 4 בדצמבר", "4.12")]
    [InlineData("sv", "fredag 4 december", "4/12")]
    public void Every_language_writes_dates_its_own_way(string language, string date, string shortDate)
    {
        Assert.Equal(date, Write("2026-12-05T09:00Z", "Europe/Brussels", language));
        Assert.Equal(shortDate, Write("2026-12-05T09:00Z", "Europe/Brussels", language, isShort: true));
    }

    [Fact]
    public void The_first_of_a_month_is_an_ordinal_where_the_language_wants_one()
    {
        Assert.Equal("mardi 1er décembre", Write("2026-12-02T09:00Z", "Europe/Brussels", "fr"));
        Assert.Equal("Tuesday 1 December", Write("2026-12-02T09:00Z", "Europe/Brussels"));
    }

    [Fact]
    public async Task The_zone_of_the_reader_goes_before_that_of_the_tenant()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var context = Writing.Context(Writing.Invitation() with { ExpiresAt = SetTime.Start.AddHours(20) });

        Assert.Contains("Saturday 28 November, 06:13 (UTC+1)", (await writing.WriteAsync(context)).Text, StringComparison.Ordinal);
        var inTokyo = context with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };
        Assert.Contains("Saturday 28 November, 14:13 (UTC+9)", (await writing.WriteAsync(inTokyo)).Text, StringComparison.Ordinal);
    }

    private static string Write(string expiry, string? zone, string language = "en", bool isShort = false) => ExpiryText.Write(
        DateTimeOffset.Parse(expiry, CultureInfo.InvariantCulture),
        SetTime.Start,
        zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone),
        new(language, new HandlebarsDotNet.HandlebarsTemplate<object, object>?[TemplateParts.Count], BuiltInTexts.DatesOf(language)),
        isShort);
}
