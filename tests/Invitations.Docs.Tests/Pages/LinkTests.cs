using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

public sealed partial class LinkTests
{
    public static TheoryData<string> Paths => [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_link_leads_somewhere(string path) => Assert.All(LinksOf(Page.Open(path)), link =>
    {
        var (target, anchor) = Split(link.Target);
        var file = target.Length == 0 ? path : Resolve(path, target);
        var place = $"{path}, line {link.Line + 1}";

        Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"{place}: there is no {file}.");
        if (anchor is not null)
            Assert.True(Page.Open(file).Anchors().Contains(anchor), $"{place}: {file} has no heading '#{anchor}'.");
    });

    [Fact]
    public void A_package_page_links_to_the_world_only() =>
        Assert.All(Page.All.Where(page => page.Path.StartsWith("src/", StringComparison.Ordinal)), page => Assert.Empty(LinksOf(page)));

    [Fact]
    public void The_index_leads_to_every_page()
    {
        var index = Page.Open("docs/README.md");
        var linked = LinksOf(index).Select(link => Resolve(index.Path, Split(link.Target).Target));

        var pages = Repository.Files("docs", "*.md").Where(path => path != index.Path);

        Assert.Equal([], pages.Except(linked));
    }

    /// <summary>The links within the repository; a package's page, which is read elsewhere, has none.</summary>
    private static IEnumerable<(int Line, string Target)> LinksOf(Page page) => page.Prose()
        .SelectMany(line => Links().Matches(line.Text).Select(match => (line.Number, match.Groups[1].Value)))
        .Where(link => !link.Value.Contains("://", StringComparison.Ordinal));

    private static (string Target, string? Anchor) Split(string link) =>
        link.Split('#') is [var target, var anchor] ? (target, anchor) : (link, null);

    private static string Resolve(string from, string target)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, from))!;
        return Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, target))).Replace('\\', '/');
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
