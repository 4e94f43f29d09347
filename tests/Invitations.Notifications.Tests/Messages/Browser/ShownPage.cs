using Microsoft.Playwright;

namespace Invitations.Notifications.Tests.Messages.Browser;

/// <summary>A page in the browser, and what it asked the network for.</summary>
internal sealed class ShownPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    // For each piece of text that is seen: its colour against the first ground below it that is not transparent.
    private const string LowestContrast = """
        () => {
          const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 }; };
          const linear = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); };
          const luminance = c => 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
          const groundOf = element => {
            for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a > 0.99) return c; }
            return { r: 255, g: 255, b: 255, a: 1 };
          };
          let lowest = { ratio: 21, text: '', seen: 0 };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!node.textContent.trim() || element.getClientRects().length === 0) continue;
            const one = luminance(parse(getComputedStyle(element).color)), two = luminance(groundOf(element));
            const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
            lowest.seen++;
            if (ratio < lowest.ratio) { lowest.ratio = ratio; lowest.text = node.textContent.trim(); }
          }
          return lowest;
        }
        """;

    private readonly List<string> _asked = [];

    public IPage Page => page;

    public IReadOnlyList<string> Asked => _asked;

    public async Task SetAsync(string html)
    {
        await page.RouteAsync("**/*", async route =>
        {
            _asked.Add(route.Request.Url);
            await route.FulfillAsync(new() { Status = 404 });
        });
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
    }

    public async Task<Contrast> LowestContrastAsync() => await page.EvaluateAsync<Contrast>(LowestContrast);

    public async Task<bool> ScrollsSidewaysAsync() =>
        await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => context.DisposeAsync();

    internal sealed record Contrast
    {
        public double Ratio { get; init; }

        public string Text { get; init; } = "";

        public int Seen { get; init; }
    }
}
