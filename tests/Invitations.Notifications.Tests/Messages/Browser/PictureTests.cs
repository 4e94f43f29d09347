using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages.Browser;

/// <summary>The pictures of docs/messages.md. <c>UPDATE_DOCS=1</c> takes them anew.</summary>
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int MostBytes = 100_000;

    [Theory]
    [InlineData("email-light", "en", 640, false)]
    [InlineData("email-dark-phone", "en", 390, true)]
    [InlineData("email-hebrew", "he", 390, false)]
    public async Task A_picture_of_the_page_is_small_and_shows_the_message_of_today(string name, string language, int width, bool isDark)
    {
        await using var shown = await chromium.ShowAsync(await HtmlAsync(language), width, isDark);
        var path = Path.Combine(Pictures(), $"{name}.png");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await shown.Page.ScreenshotAsync(new() { Path = path, FullPage = true });

        var taken = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        // Fonts differ from machine to machine, so that pixels do too; the size of the page does not by much.
        var height = await shown.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        Assert.InRange(taken.Length, 1, MostBytes);
        Assert.Equal((uint)width, PngNumber(taken, 16));
        Assert.InRange(PngNumber(taken, 20), height * 0.9, height * 1.1);
    }

    private static async Task<string> HtmlAsync(string language)
    {
        await using var writing = new Writing(o => o.Branding = new()
        {
            Name = "Acme Studio",
            Product = "Planwell",
            Color = "#0f766e",
            SupportAddress = "help@example.com",
            Footer = "1 Example Street, London",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"),
        });
        var invitation = Writing.Invitation(language) with { Grant = new() { Groups = ["design", "research"] } };
        var context = Writing.Context(invitation) with { UnsubscribeLink = new("https://app.example.com/never/x"), Code = language == "he" ? "7K3QM-9TFXA-R" : null };
        return (await writing.WriteAsync(context)).Html!;
    }

    private static uint PngNumber(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));

    private static string Pictures()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Invitations.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No Invitations.sln above {AppContext.BaseDirectory}.");
        return Path.Combine(folder.FullName, "docs", "pictures");
    }
}
