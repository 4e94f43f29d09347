using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("nl-BE", "fr", "nl-BE nl fr en")]
    [InlineData("zh-Hant-TW", "pt-BR", "zh-Hant-TW zh-Hant zh pt-BR pt en")]
    [InlineData(null, "de", "de en")]
    [InlineData("en", "en", "en")]
    [InlineData("EN-gb", "en", "EN-gb EN")]
    [InlineData(null, null, "en")]
    public void Languages_are_looked_in_from_the_readers_own_to_English(string? reader, string? tenant, string chain) =>
        Assert.Equal(chain.Split(' '), LanguageChain.Of(reader, tenant));

    [Theory]
    [InlineData("nl-BE", "fr", "nl")]
    [InlineData("sv", "fr", "fr")]
    [InlineData("sv", "sv", "en")]
    [InlineData(null, "de-AT", "de")]
    [InlineData("AR", "en", "ar")]
    public async Task The_message_is_in_the_first_language_that_has_texts(string? reader, string tenant, string written)
    {
        await using var writing = new Writing(o => o.Branding = new() { Name = "Acme", Language = tenant });

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation(reader)));

        Assert.Equal(written, message.Language);
        Assert.Equal(written == "ar", message.IsRightToLeft);
        Assert.Contains($"lang=\"{written}\" dir=\"{(message.IsRightToLeft ? "rtl" : "ltr")}\"", message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_in_the_language_of_the_inviter_and_not_of_the_invited_person()
    {
        await using var writing = new Writing(o => o.Branding = new() { Name = "Acme", Language = "fr" });
        var context = Writing.Context(Writing.Invitation("de"), purpose: MessagePurpose.Accepted);

        Assert.Equal("fr", (await writing.WriteAsync(context)).Language);
        Assert.Equal("nl", (await writing.WriteAsync(context with { Language = "nl" })).Language);
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("fa-IR", true)]
    [InlineData("az-Arab", true)]
    [InlineData("uz", false)]
    [InlineData("he", true)]
    public void The_direction_follows_from_language_and_script(string tag, bool isRightToLeft) => Assert.Equal(isRightToLeft, WritingDirection.IsRightToLeft(tag));
}
