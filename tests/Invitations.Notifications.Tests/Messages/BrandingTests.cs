using Invitations.Notifications.Tests.Messages.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Messages;

public sealed class BrandingTests
{
    [Fact]
    public void Whatever_the_colour_its_words_and_its_links_can_be_read()
    {
        for (var red = 0; red <= 255; red += 17)
        {
            for (var green = 0; green <= 255; green += 17)
            {
                for (var blue = 0; blue <= 255; blue += 17)
                {
                    var palette = new Palette(new((byte)red, (byte)green, (byte)blue));
                    Assert.True(Contrast(palette.Button, palette.ButtonText) >= 4.5);
                    Assert.True(Contrast(palette.ButtonOnDark, palette.ButtonTextOnDark) >= 4.5);
                    Assert.True(Contrast(palette.Link, "#f3f5f7") >= 4.5);
                    Assert.True(Contrast(palette.Link, "#ffffff") >= 4.5);
                    Assert.True(Contrast(palette.LinkOnDark, "#1c2128") >= 4.5);
                    Assert.True(Contrast(palette.ButtonOnDark, "#1c2128") >= 3);
                }
            }
        }
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#1d4ed8", "#ffffff", 6.70)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio) => Assert.Equal(ratio, Contrast(one, other), 0.01);

    [Fact]
    public void A_colour_that_reads_already_is_left_alone() => Assert.Equal("#1d4ed8", new Palette(Parse("#1d4ed8")).Link);

    [Fact]
    public async Task What_cannot_be_used_is_left_out_and_told_and_the_message_goes_out()
    {
        await using var writing = new Writing(build: builder => builder.UseMessageBranding<BadBranding>());

        var message = await writing.WriteAsync(Writing.Context());

        Assert.Equal("Tina Meyer invites you to Globex", message.Subject);
        foreach (var bad in new[] { "javascript", "http://evil", "red;", "nobody" })
            Assert.DoesNotContain(bad, message.Html, StringComparison.Ordinal);
        Assert.Equal(4, writing.Log.Lines.Count(line => line.StartsWith("6103", StringComparison.Ordinal)));
        Assert.Contains(writing.Log.Lines, line => line.Contains("Color must be #rrggbb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tenant_without_a_name_is_called_by_the_product_and_then_by_its_id()
    {
        await using var product = new Writing(o => o.Branding = new() { Product = "Planwell" });
        await using var nothing = new Writing();

        Assert.Contains("Planwell", (await product.WriteAsync(Writing.Context())).Subject, StringComparison.Ordinal);
        Assert.Contains("acme", (await nothing.WriteAsync(Writing.Context())).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Branding_is_asked_for_once_a_minute()
    {
        CountedBranding.Calls = 0;
        await using var writing = new Writing(build: builder => builder.UseMessageBranding<CountedBranding>());

        for (var i = 0; i < 5; i++)
            await writing.WriteAsync(Writing.Context());
        Assert.Equal(1, CountedBranding.Calls);

        writing.Time.Now += TimeSpan.FromMinutes(1);
        await writing.WriteAsync(Writing.Context());
        Assert.Equal(2, CountedBranding.Calls);

        writing.Cache.Forget("acme");
        await writing.WriteAsync(Writing.Context());
        Assert.Equal(3, CountedBranding.Calls);
    }

    private static double Contrast(string one, string other) => Parse(one).ContrastTo(Parse(other));

    private static BrandColor Parse(string text) => BrandColor.TryParse(text, out var color) ? color : throw new FormatException(text);

    private sealed class BadBranding : IMessageBrandingProvider
    {
        public ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken) => new(context.Defaults with
        {
            Name = "Globex",
            Color = "red;background:url(x)",
            Logo = new("http://evil.example.com/x.png"),
            HomePage = new("javascript:alert(1)"),
            SupportAddress = "nobody",
        });
    }

    private sealed class CountedBranding : IMessageBrandingProvider
    {
        public static int Calls { get; set; }

        public ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken)
        {
            Calls++;
            return new(context.Defaults);
        }
    }
}
