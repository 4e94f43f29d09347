namespace Invitations.Tests.Profiles;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("nl", "nl")]
    [InlineData(" NL-be ", "nl-BE")]
    [InlineData("nl_BE", "nl-BE")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("sl-ROZAJ-biske", "sl-rozaj-biske")]
    [InlineData("gsw", "gsw")]
    public void A_tag_is_written_as_RFC_5646_recommends(string text, string tag)
    {
        Assert.True(LanguageTag.TryParse(text, out var read));
        Assert.Equal(tag, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("n")]
    [InlineData("english")]
    [InlineData("nl-")]
    [InlineData("nl--BE")]
    [InlineData("nl-toolongsubtag")]
    [InlineData("n1")]
    [InlineData("nl BE")]
    [InlineData("nl-BÉ")]
    [InlineData("İt")]
    [InlineData("nl-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void What_is_no_tag_is_refused(string? text) => Assert.False(LanguageTag.TryParse(text, out _));

    [Fact]
    public void White_space_around_a_tag_does_not_make_it_too_long() => Assert.True(LanguageTag.TryParse(new string(' ', 40) + "nl", out _));

    [Theory]
    [InlineData("nl-BE", "nl", true)]
    [InlineData("nl-BE", "nl-BE", true)]
    [InlineData("nl-BE", "NL_be", true)]
    [InlineData("nl", "nl-BE", false)]
    [InlineData("nld", "nl", false)]
    public void A_language_includes_its_regions_and_nothing_else(string tag, string supported, bool isSupported) =>
        Assert.Equal(isSupported, LanguageTag.IsSupported(tag, [supported]));

    [Fact]
    public void Where_none_is_named_every_language_is_supported() => Assert.True(LanguageTag.IsSupported("tlh", []));
}
