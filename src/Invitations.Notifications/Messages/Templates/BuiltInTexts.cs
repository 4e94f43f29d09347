namespace Invitations;

/// <summary>The texts that come with the library: embedded files, one a language, and the two layouts.</summary>
internal static class BuiltInTexts
{
    private const string Prefix = "Invitations.Messages.Texts.";

    private static readonly Dictionary<string, LanguageTexts> ByLanguage =
        LanguageNames().ToDictionary(language => language, language => LanguageTexts.Parse(language, Read($"{language}.txt")), StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Languages => ByLanguage.Keys;

    public static string Html { get; } = Read("layout.html");

    public static string Text { get; } = Read("layout.text");

    public static LanguageTexts? Find(string language) => ByLanguage.GetValueOrDefault(language);

    /// <returns>How a language writes dates; the words of <c>nl</c> serve <c>nl-BE</c>.</returns>
    public static DateWords DatesOf(string language) =>
        Find(language)?.Dates ?? Find(LanguageChain.Primary(language))?.Dates ?? DateWords.Of(language);

    private static IEnumerable<string> LanguageNames() =>
        from resource in typeof(BuiltInTexts).Assembly.GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(".txt", StringComparison.Ordinal)
        select resource[Prefix.Length..^4];

    private static string Read(string name)
    {
        using var stream = typeof(BuiltInTexts).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The resource {Prefix}{name} is missing in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
