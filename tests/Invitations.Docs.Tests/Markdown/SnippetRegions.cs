namespace Invitations.Docs.Tests.Markdown;

/// <summary>The regions of <c>docs/snippets</c> and of the tests that double as examples, which the compiler has seen.</summary>
internal static class SnippetRegions
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] folders = ["docs/snippets", "samples/CustomChannel", "tests/Invitations.Core.Tests/Stores/InMemory", "tests/Invitations.Samples.Tests"];
        foreach (var path in folders.SelectMany(folder => Repository.Files(folder, "*.cs")))
        {
            (string Name, List<string> Lines)? open = null;
            foreach (var line in Repository.Read(path).Split('\n'))
            {
                var trimmed = line.Trim();
                if (trimmed.StartsWith("#region ", StringComparison.Ordinal))
                {
                    Assert.True(open is null, $"{path}: the region '{open?.Name}' holds another one.");
                    open = (trimmed["#region ".Length..], []);
                }
                else if (trimmed == "#endregion" && open is { } closed)
                {
                    Assert.True(snippets.TryAdd(closed.Name, Dedent(closed.Lines)), $"{path}: '{closed.Name}' exists twice.");
                    open = null;
                }
                else
                {
                    open?.Lines.Add(line);
                }
            }

            Assert.True(open is null, $"{path}: the region '{open?.Name}' has no end.");
        }

        return snippets;
    }

    private static string Dedent(List<string> lines)
    {
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.Trim())).Trim('\n');
    }
}
