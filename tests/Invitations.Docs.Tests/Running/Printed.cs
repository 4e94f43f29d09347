using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Running;

/// <summary>Holds what an example prints against the comments behind its calls of <c>Console.WriteLine</c>.</summary>
internal static partial class Printed
{
    /// <summary>The comments of regions, in order. One that ends in three dots is about what is not printed, or cannot be foretold.</summary>
    public static IEnumerable<string> Promised(params string[] regions) => regions
        .SelectMany(region => Comments().Matches(SnippetRegions.ByName[region]).Select(match => match.Groups[1].Value))
        .Where(comment => !comment.EndsWith("...", StringComparison.Ordinal));

    public static async Task<IReadOnlyList<string>> LinesAsync(Func<Task> example)
    {
        var console = Console.Out;
        using var lines = new StringWriter();
        Console.SetOut(lines);
        try
        {
            await example();
        }
        finally
        {
            Console.SetOut(console);
        }

        return lines.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex(@"Console\.WriteLine\(.*\); +// (.+)$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
