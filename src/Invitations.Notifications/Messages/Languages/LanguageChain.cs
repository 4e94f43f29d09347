namespace Invitations;

/// <summary>The languages to look for a text in, the best one first: <c>nl-BE</c>, <c>nl</c>, the tenant's, English.</summary>
internal static class LanguageChain
{
    public const string Last = "en";

    /// <param name="reader">The language of the reader, or null.</param>
    /// <param name="tenant">The language of the tenant, or null.</param>
    public static IReadOnlyList<string> Of(string? reader, string? tenant)
    {
        var chain = new List<string>(6);
        Add(chain, reader);
        Add(chain, tenant);
        Add(chain, Last);
        return chain;
    }

    /// <summary>Whether a text in one of the two may stand next to a text in the other: <c>nl</c> and <c>nl-BE</c>, and not <c>nl</c> and <c>en</c>.</summary>
    public static bool IsSameLanguage(string one, string other) =>
        string.Equals(Primary(one), Primary(other), StringComparison.OrdinalIgnoreCase);

    public static string Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? tag[..end] : tag;

    private static void Add(List<string> chain, string? tag)
    {
        for (var rest = tag?.Trim(); !string.IsNullOrEmpty(rest); rest = rest.LastIndexOf('-') is > 0 and var end ? rest[..end] : null)
        {
            if (!chain.Contains(rest, StringComparer.OrdinalIgnoreCase))
                chain.Add(rest);
        }
    }
}
