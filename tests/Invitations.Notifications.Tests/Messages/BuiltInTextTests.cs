using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

public sealed class BuiltInTextTests
{
    private static readonly string[] Languages = ["ar", "de", "en", "es", "fr", "he", "it", "nl", "pl", "pt"];

    public static TheoryData<string> EveryLanguage => [.. Languages];

    public static TheoryData<string, string, MessagePurpose> EveryMessage => [..
        from language in Languages
        from channel in new[] { DeliveryChannels.Email, DeliveryChannels.Sms, "chat" }
        from purpose in Enum.GetValues<MessagePurpose>()
        select new TheoryDataRow<string, string, MessagePurpose>(language, channel, purpose)];

    [Fact]
    public void There_are_ten_languages_and_two_of_them_are_written_from_right_to_left()
    {
        Assert.Equal(Languages, BuiltInTexts.Languages.Order(StringComparer.Ordinal));
        Assert.Equal(["ar", "he"], Languages.Where(WritingDirection.IsRightToLeft));
    }

    [Theory]
    [MemberData(nameof(EveryMessage))]
    public async Task Every_message_is_there_in_every_language(string language, string channel, MessagePurpose purpose)
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var context = Writing.Context(Writing.Invitation(language), channel, purpose) with { Language = language };

        var message = await writing.WriteAsync(context);

        Assert.Equal(language, message.Language);
        Assert.Equal(channel == DeliveryChannels.Sms, message.Subject is null);
        Assert.Equal(channel == DeliveryChannels.Email, message.Html is not null);
        Assert.Contains("Acme", message.Text, StringComparison.Ordinal);
        Assert.Equal(context.Link is not null, message.Text.Contains(Writing.Link, StringComparison.Ordinal));
        foreach (var text in new[] { message.Subject, message.Text, message.Html })
        {
            Assert.DoesNotContain("{", StripStyle(text), StringComparison.Ordinal);
            Assert.DoesNotContain("}", StripStyle(text), StringComparison.Ordinal);
        }

        Assert.Empty(writing.Log.Lines);
    }

    [Theory]
    [MemberData(nameof(EveryMessage))]
    public async Task A_message_says_as_much_where_nobody_is_named(string language, string channel, MessagePurpose purpose)
    {
        await using var writing = new Writing();
        var bare = Writing.Invitation(language) with { InviterName = null, PersonalMessage = null, Profile = new() { Language = language }, ExpiresAt = null, Grant = Grant.Member };

        var message = await writing.WriteAsync(Writing.Context(bare, channel, purpose) with { Language = language });

        Assert.Contains("acme", message.Text, StringComparison.Ordinal);
        foreach (var text in new[] { message.Subject ?? "", message.Text })
        {
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" ,", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" .", text, StringComparison.Ordinal);
            Assert.DoesNotContain("()", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_language_has_what_English_has_and_makes_no_mistake(string language)
    {
        var texts = BuiltInTexts.Find(language)!;

        Assert.Empty(texts.Mistakes(new()));
        foreach (var purpose in Enum.GetValues<MessagePurpose>())
        {
            foreach (var channel in new[] { DeliveryChannels.Email, DeliveryChannels.Sms })
                Assert.Equal(PartsOf(BuiltInTexts.Find("en")!.Find(channel, purpose)), PartsOf(texts.Find(channel, purpose)));
        }
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_language_names_seven_days_and_twelve_months(string language)
    {
        var dates = BuiltInTexts.DatesOf(language);

        Assert.Equal(7, dates.Days.Distinct().Count());
        Assert.Equal(12, dates.Months.Distinct().Count());
        Assert.NotSame(BuiltInTexts.DatesOf("en"), language == "en" ? null : dates);
    }

    private static IEnumerable<TemplatePart> PartsOf(MessageTemplate? template) =>
        TemplateParts.All.Where(part => template is not null && TemplateParts.Of(template, part) is not null);

    private static string StripStyle(string? html)
    {
        if (html is null || !html.Contains("<style>", StringComparison.Ordinal))
            return html ?? "";
        return html[..html.IndexOf("<style>", StringComparison.Ordinal)] + html[html.IndexOf("</style>", StringComparison.Ordinal)..];
    }
}
