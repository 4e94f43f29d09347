using System.Globalization;

namespace Invitations.Tests.Errors;

public sealed class ArgumentTextTests
{
    [Theory]
    [InlineData("en-GB", "22/11/2026 14:05 UTC")]
    [InlineData("de-DE", "22.11.2026 14:05 UTC")]
    [InlineData("nl-NL", "22-11-2026 14:05 UTC")]
    [InlineData("fr-FR", "22/11/2026 14:05 UTC")]
    public void An_instant_is_shown_in_UTC_in_the_format_of_the_culture(string language, string shown) =>
        Assert.Equal(shown, Show("since", SampleErrors.Instant.ToOffset(TimeSpan.FromHours(9)), language));

    [Fact]
    public void An_instant_to_come_back_at_is_never_shown_too_early()
    {
        var late = SampleErrors.Instant.AddSeconds(40);
        Assert.Equal("22/11/2026 14:06 UTC", Show("retryAt", late, "en-GB"));
        Assert.Equal("22/11/2026 14:05 UTC", Show("retryAt", SampleErrors.Instant, "en-GB"));
        Assert.Equal("22/11/2026 14:05 UTC", Show("since", late, "en-GB"));
        Assert.Equal("31/12/9999 23:59 UTC", Show("retryAt", DateTimeOffset.MaxValue, "en-GB"));
    }

    [Theory]
    [InlineData("en", "10,000")]
    [InlineData("de", "10.000")]
    [InlineData("nl", "10.000")]
    public void A_number_has_the_digit_groups_of_the_culture(string language, string shown)
    {
        Assert.Equal(shown, Show("limit", 10_000, language));
        Assert.Equal(shown, Show("limit", 10_000L, language));
    }

    [Fact]
    public void A_decimal_number_has_the_separator_of_the_culture() => Assert.Equal("12,5", Show("quota", 12.5m, "de"));

    [Fact]
    public void The_position_of_a_row_has_no_digit_groups() => Assert.Equal("10000", Show("row", 10_000, "de"));

    [Theory]
    [InlineData("7.00:00:00", "7 days", "7 jours", "7 dagen", "7 Tage")]
    [InlineData("1.12:00:00", "1 day 12 hours", "1 jour 12 heures", "1 dag 12 uur", "1 Tag 12 Stunden")]
    [InlineData("1.00:00:00", "24 hours", "24 heures", "24 uur", "24 Stunden")]
    [InlineData("01:00:00", "1 hour", "1 heure", "1 uur", "1 Stunde")]
    [InlineData("01:30:00", "1 hour 30 minutes", "1 heure 30 minutes", "1 uur 30 minuten", "1 Stunde 30 Minuten")]
    [InlineData("00:30:00", "30 minutes", "30 minutes", "30 minuten", "30 Minuten")]
    [InlineData("00:01:01", "1 minute 1 second", "1 minute 1 seconde", "1 minuut 1 seconde", "1 Minute 1 Sekunde")]
    [InlineData("00:00:45", "45 seconds", "45 secondes", "45 seconden", "45 Sekunden")]
    [InlineData("2.00:59:59", "2 days", "2 jours", "2 dagen", "2 Tage")]
    [InlineData("3653.00:00:00", "3,653 days", "3\u202F653 jours", "3.653 dagen", "3.653 Tage")]
    public void A_duration_is_said_in_words(string duration, string english, string french, string dutch, string german) =>
        Assert.Equal(
            [english, french, dutch, german],
            new[] { "en", "fr", "nl", "de" }.Select(language => Show("longest", TimeSpan.Parse(duration, CultureInfo.InvariantCulture), language)));

    [Fact]
    public void A_list_is_separated_by_commas() => Assert.Equal("early, late", Show("choices", new[] { "early", "late" }, "de"));

    [Fact]
    public void No_limit_on_languages_is_said_so()
    {
        Assert.Equal("toutes", Show("supported", Array.Empty<string>(), "fr-BE"));
        Assert.Equal("–", Show("choices", Array.Empty<string>(), "fr-BE"));
    }

    private static string Show(string name, object value, string language) => ArgumentText.Show(name, value, CultureInfo.GetCultureInfo(language));
}
