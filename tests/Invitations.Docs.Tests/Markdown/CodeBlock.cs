using System.Text.RegularExpressions;

namespace Invitations.Docs.Tests.Markdown;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What the fence says.</param>
/// <param name="Snippet">The snippet that the comment above the fence names, or null.</param>
/// <param name="First">The line of the opening fence, counted from 0.</param>
/// <param name="Last">The line of the closing fence.</param>
/// <param name="Text">What is between them.</param>
internal sealed partial record CodeBlock(string Language, string? Snippet, int First, int Last, string Text)
{
    public bool IsCSharp => Language is "csharp" or "cs" or "c#";

    public bool Contains(int line) => line >= First && line <= Last;

    public static IReadOnlyList<CodeBlock> Find(IReadOnlyList<string> lines)
    {
        var blocks = new List<CodeBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var first = i;
            while (++i < lines.Count && lines[i] != "```")
            {
            }

            var snippet = first == 0 ? null : Marker().Match(lines[first - 1]);
            blocks.Add(new(
                lines[first][3..].Trim(),
                snippet is { Success: true } ? snippet.Groups[1].Value : null,
                first,
                i,
                string.Join('\n', lines.Skip(first + 1).Take(i - first - 1))));
        }

        return blocks;
    }

    [GeneratedRegex("^<!-- snippet: ([a-z0-9-]+) -->$")]
    private static partial Regex Marker();
}
