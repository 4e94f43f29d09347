using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

/// <summary>What a page shows as C# is what the compiler has seen. <c>UPDATE_DOCS=1</c> writes the code into the pages.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Paths => [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_block_of_csharp_is_a_compiled_snippet(string path)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            Update(path);

        Assert.All(Page.Open(path).Blocks.Where(block => block.IsCSharp), block =>
        {
            var place = $"{path}, line {block.First + 1}";
            Assert.True(block.Snippet is not null, $"{place}: put '<!-- snippet: name -->' above the block and a '#region name' into docs/snippets.");
            Assert.True(SnippetRegions.ByName.ContainsKey(block.Snippet), $"{place}: docs/snippets has no '#region {block.Snippet}'.");
            Assert.True(
                SnippetRegions.ByName[block.Snippet] == block.Text,
                $"{place} differs from '#region {block.Snippet}'. Change the region, then run the tests with UPDATE_DOCS=1.");
        });
    }

    [Fact]
    public void Every_snippet_is_shown_on_a_page() =>
        Assert.Equal(
            SnippetRegions.ByName.Keys.Order(StringComparer.Ordinal),
            Page.All.SelectMany(page => page.Blocks).Select(block => block.Snippet).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_snippet_fits_on_a_page() =>
        Assert.All(SnippetRegions.ByName, snippet => Assert.All(
            snippet.Value.Split('\n'), line => Assert.True(line.Length <= 140, $"{snippet.Key}: {line}")));

    private static void Update(string path)
    {
        var page = Page.Open(path);
        var lines = page.Lines.ToList();
        foreach (var block in page.Blocks.Reverse())
        {
            if (!block.IsCSharp || block.Snippet is null || !SnippetRegions.ByName.TryGetValue(block.Snippet, out var code))
                continue;
            lines.RemoveRange(block.First + 1, block.Last - block.First - 1);
            lines.InsertRange(block.First + 1, code.Split('\n'));
        }

        if (!lines.SequenceEqual(page.Lines))
            File.WriteAllText(Path.Combine(Repository.Root, path), string.Join('\n', lines));
    }
}
