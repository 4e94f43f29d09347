using Invitations.Notifications.Tests.Messages.Fixture;
using Microsoft.Playwright;

namespace Invitations.Notifications.Tests.Messages.Browser;

/// <summary>The built-in e-mail as Chromium shows it: on a phone and a wide screen, light and dark, from left and from right.</summary>
public sealed class EmailInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Phone = 390;
    private const int Wide = 900;

    public static TheoryData<string, string, int, bool> Views => [..
        from isDark in new[] { false, true }
        from view in new[]
        {
            ("en", "#1d4ed8", Phone), ("en", "#ffe100", Phone), ("en", "#101010", Phone), ("en", "#e11d48", Phone),
            ("en", "#1d4ed8", Wide), ("de", "#1d4ed8", Phone), ("ar", "#1d4ed8", Phone), ("he", "#1d4ed8", Wide),
        }
        select new TheoryDataRow<string, string, int, bool>(view.Item1, view.Item2, view.Item3, isDark)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task All_text_has_a_contrast_of_4_5_and_nothing_scrolls_sideways(string language, string color, int width, bool isDark)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync(language, color), width, isDark);

        var contrast = await shown.LowestContrastAsync();

        Assert.True(contrast.Ratio >= 4.5, $"'{contrast.Text}' has a contrast of {contrast.Ratio:0.00}.");
        Assert.True(contrast.Seen > 10);
        Assert.False(await shown.ScrollsSidewaysAsync());
    }

    [Theory]
    [InlineData("en", Phone)]
    [InlineData("ar", Phone)]
    [InlineData("de", Wide)]
    public async Task The_button_can_be_hit_with_a_thumb_and_opens_the_link(string language, int width)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync(language), width, isDark: false);

        var button = shown.Page.Locator("a.button-text");
        var box = await button.BoundingBoxAsync();

        Assert.InRange(box!.Height, 44, 80);
        Assert.True(box.Width >= 44);
        Assert.True(box.X >= 0 && box.X + box.Width <= width);
        Assert.Equal(Writing.Link, await button.GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData("en", Phone)]
    [InlineData("he", Phone)]
    [InlineData("en", Wide)]
    public async Task The_link_is_seen_in_full_and_reads_from_left_to_right(string language, int width)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync(language), width, isDark: false);

        var link = shown.Page.GetByText(Writing.Link, new() { Exact = true });
        var box = await link.BoundingBoxAsync();

        Assert.True(await link.IsVisibleAsync());
        Assert.True(box!.X >= 0 && box.X + box.Width <= width);
        Assert.Equal("ltr", await link.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("he", "rtl")]
    public async Task The_direction_of_the_language_reaches_the_heading_and_the_quotation_has_its_own(string language, string direction)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync(language), Wide, isDark: false);

        Assert.Equal(direction, await shown.Page.Locator("h1").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("ltr", await shown.Page.Locator("td.panel").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        var heading = await EdgesAsync(shown.Page, "h1");
        Assert.Equal(direction == "rtl", heading.Right < heading.Left);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("https://static.example.com/acme.png", 1)]
    public async Task Nothing_is_loaded_but_the_logo_of_the_tenant(string? logo, int requests)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync("en", logo: logo), Wide, isDark: false);

        Assert.Equal(requests, shown.Asked.Count);
        Assert.All(shown.Asked, url => Assert.Equal(logo, url));
        if (logo is not null)
            Assert.Equal("Acme", await shown.Page.Locator("img").GetAttributeAsync("alt"));
    }

    [Fact]
    public async Task Names_and_words_of_any_length_do_not_widen_the_page()
    {
        var lengthy = Writing.Invitation() with
        {
            InviterName = new('W', 200),
            PersonalMessage = new string('x', 900) + "\n" + new string('y', 90),
            Profile = new() { FirstName = new('M', 200) },
        };
        await using var writing = new Writing(o => o.Branding = new() { Name = new('O', 190), Footer = new('f', 400) });

        await using var shown = await chromium.ShowAsync((await writing.WriteAsync(Writing.Context(lengthy))).Html!, Phone, isDark: false);

        Assert.False(await shown.ScrollsSidewaysAsync());
    }

    [Fact]
    public async Task The_line_for_the_list_of_messages_is_not_seen_in_the_message()
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync("en"), Phone, isDark: false);

        Assert.StartsWith("Accept the invitation by", await shown.Page.Locator("body > div").TextContentAsync(), StringComparison.Ordinal);
        Assert.False(await shown.Page.Locator("body > div").IsVisibleAsync());
    }

    private static async Task<(double Left, double Right)> EdgesAsync(IPage page, string selector)
    {
        // How far the text stands from the two edges of its cell.
        var gaps = await page.Locator(selector).EvaluateAsync<double[]>(
            "e => { const r = document.createRange(); r.selectNodeContents(e); const t = r.getBoundingClientRect(), c = e.getBoundingClientRect(); return [t.left - c.left, c.right - t.right]; }");
        return (gaps[0], gaps[1]);
    }

    private static async Task<string> HtmlAsync(string language, string color = "#1d4ed8", string? logo = null)
    {
        await using var writing = new Writing(o => o.Branding = new()
        {
            Name = "Acme",
            Product = "Planwell",
            Color = color,
            Logo = logo is null ? null : new(logo),
            SupportAddress = "help@example.com",
            Footer = "Acme Ltd\n1 Example Street, London",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"),
        });
        var context = Writing.Context(Writing.Invitation(language)) with { Code = "7K3QM-9TFXA-R", UnsubscribeLink = new("https://app.example.com/unsubscribe/abc") };
        return (await writing.WriteAsync(context)).Html!;
    }
}
