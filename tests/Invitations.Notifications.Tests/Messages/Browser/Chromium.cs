using Microsoft.Playwright;

namespace Invitations.Notifications.Tests.Messages.Browser;

/// <summary>The Chromium of the machine, shared by the tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser here, or null where there is one. A test that needs one skips with this text.</summary>
    public static string? Unavailable { get; } =
        Find() is null ? "Chromium is not installed: there is none in /usr/bin. ./test.sh installs it." : null;

    public async ValueTask InitializeAsync()
    {
        if (Unavailable is not null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox"] });
    }

    /// <summary>Shows a page as a mail program would: no network but what is answered here.</summary>
    /// <param name="html">The page.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="isDark">Whether the reader prefers dark.</param>
    internal async Task<ShownPage> ShowAsync(string html, int width, bool isDark)
    {
        Assert.SkipUnless(Unavailable is null, Unavailable ?? "");
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = true,
        });
        var shown = new ShownPage(context, await context.NewPageAsync());
        await shown.SetAsync(html);
        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() => Places.FirstOrDefault(File.Exists);
}
