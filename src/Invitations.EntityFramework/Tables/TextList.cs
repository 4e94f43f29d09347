namespace Invitations.Stores.EntityFramework;

/// <summary>
/// A list of texts in one column: each between two line breaks, so that one of them is found by <c>LIKE '%\nvalue\n%'</c>. A line break or a backslash
/// inside a text is escaped with a backslash.
/// </summary>
internal static class TextList
{
    private const char Break = '\n';

    public static string? Stored(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : string.Concat(texts.Select(text => Break + Escaped(text))) + Break;

    public static IReadOnlyList<string> Read(string? stored) => stored is null ? [] : [.. stored[1..^1].Split(Break).Select(Unescaped)];

    /// <summary>How one text stands in the column, with its line breaks.</summary>
    public static string Entry(string text) => Break + Escaped(text) + Break;

    private static string Escaped(string text) => text.AsSpan().IndexOfAny(Break, '\\') < 0
        ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                plain.Append(text[++i] == 'n' ? Break : text[i]);
            else
                plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
