namespace Invitations.Architecture.Tests.Api;

/// <summary>Which lines went and which came, each below the declaration of its type.</summary>
internal static class LineDifference
{
    public static IReadOnlyList<string> Between(string before, string after)
    {
        var (old, now) = (Blocks(before), Blocks(after));
        var difference = new List<string>();
        foreach (var type in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (had, has) = (old.GetValueOrDefault(type), now.GetValueOrDefault(type));
            var lines = (had ?? []).Except(has ?? [], StringComparer.Ordinal).Select(line => $"-   {line}")
                .Concat((has ?? []).Except(had ?? [], StringComparer.Ordinal).Select(line => $"+   {line}"))
                .ToList();
            if (lines.Count > 0 || had is null || has is null)
                difference.AddRange([$"{(had is null ? '+' : has is null ? '-' : ' ')} {type}", .. lines]);
        }

        return difference;
    }

    private static Dictionary<string, List<string>> Blocks(string text)
    {
        var blocks = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            blocks[lines[0]] = [.. lines.Skip(1).Select(line => line.Trim())];
        }

        return blocks;
    }
}
