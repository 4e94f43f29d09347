using System.Text.RegularExpressions;

namespace Invitations.Docs.Tests.Markdown;

/// <summary>One page of the documentation, line by line.</summary>
internal sealed partial class Page
{
    private Page(string path)
    {
        Path = path;
        Lines = Repository.Read(path).Split('\n');
        Blocks = CodeBlock.Find(Lines);
    }

    /// <summary>Relative to the root, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>Every page that people read: those at the root, in <c>docs</c>, and the read-me of each package.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" },
        .. Repository.Files("docs", "*.md"),
        .. Repository.Files("src", "PACKAGE.md"),
    ];

    public static IEnumerable<Page> All => Paths.Select(Open);

    public static Page Open(string path) => new(path);

    /// <summary>The lines that are no code, with their numbers counted from 0.</summary>
    public IEnumerable<(int Number, string Text)> Prose()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Blocks.Any(block => block.Contains(i)))
                yield return (i, Lines[i]);
        }
    }

    /// <summary>The anchors of the headings, made as GitHub makes them.</summary>
    public IEnumerable<string> Anchors() => Prose()
        .Where(line => line.Text.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.Text.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The texts in backticks, outside of code blocks.</summary>
    public IEnumerable<(int Line, string Text)> InlineCode() => Prose()
        .SelectMany(line => Backticks().Matches(line.Text).Select(match => (line.Number + 1, match.Groups[1].Value)));

    /// <summary>The rows of the tables below a heading, cell by cell, without their header.</summary>
    public IReadOnlyList<string[]> Rows(string heading)
    {
        var rows = new List<string[]>();
        var (isBelow, isTable) = (false, false);
        foreach (var (_, text) in Prose())
        {
            if (text.StartsWith('#'))
                isBelow = text.TrimStart('#').Trim() == heading;
            var isRow = isBelow && text.StartsWith('|');
            if (isRow && isTable && !text.StartsWith("| ---", StringComparison.Ordinal))
                rows.Add([.. text.Trim().Trim('|').Split('|').Select(cell => cell.Trim())]);
            isTable = isRow;
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    public override string ToString() => Path;

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
