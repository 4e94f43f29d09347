namespace Invitations;

/// <summary>The texts of one language: templates by channel and purpose, and how dates are written.</summary>
internal sealed class LanguageTexts
{
    private const string DateSection = "dates";

    private readonly TextFile _file;

    private LanguageTexts(string language, TextFile file, DateWords? dates)
    {
        Language = language;
        _file = file;
        Dates = dates;
    }

    public string Language { get; }

    /// <summary>How dates are written, or null where the file does not say.</summary>
    public DateWords? Dates { get; }

    /// <exception cref="FormatException">The file is not understood.</exception>
    public static LanguageTexts Parse(string language, string content)
    {
        var file = TextFile.Parse(content);
        foreach (var (section, name) in file.Keys)
        {
            if (section == DateSection)
                continue;
            if (!IsSection(section))
                throw new FormatException($"[{section}] is no section. There are [dates], [email], [sms], and for one purpose [email.invitation]: {string.Join(", ", PurposeNames.All)}.");
            if (!Enum.TryParse<TemplatePart>(name, out _) || int.TryParse(name, out _))
                throw new FormatException($"[{section}] has no '{name}'. There are: {string.Join(", ", TemplateParts.All)}.");
        }

        return new(language, file, ReadDates(file));
    }

    /// <returns>The template, or null where the file has nothing for this channel and purpose.</returns>
    public MessageTemplate? Find(string channel, MessagePurpose purpose)
    {
        var special = $"{channel}.{PurposeNames.Of(purpose)}";
        var template = TemplateParts.Template(Language, part => _file.Find(special, part.ToString()) ?? _file.Find(channel, part.ToString()));
        return TemplateParts.All.Any(part => TemplateParts.Of(template, part) is not null) ? template : null;
    }

    /// <summary>What is wrong with the templates of the file, a sentence each.</summary>
    public IEnumerable<string> Mistakes(TemplateEngine engine)
    {
        foreach (var (section, name) in _file.Keys.Where(key => key.Section != DateSection))
        {
            var channel = section.Split('.')[0];
            if (TemplateRules.FirstProblem(_file.Find(section, name)!, Enum.Parse<TemplatePart>(name), channel, engine) is { } problem)
                yield return $"[{section}] {name}{(problem.Line > 1 ? $", line {problem.Line}" : "")}: {problem.Problem}";
        }
    }

    private static bool IsSection(string section)
    {
        var dot = section.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? section.Length > 0 : dot > 0 && PurposeNames.All.Contains(section[(dot + 1)..]);
    }

    private static DateWords? ReadDates(TextFile file)
    {
        if (!file.Keys.Any(key => key.Section == DateSection))
            return null;
        return new()
        {
            Days = List(file, nameof(DateWords.Days), 7),
            Months = List(file, nameof(DateWords.Months), 12),
            FirstDay = file.Find(DateSection, nameof(DateWords.FirstDay)),
            Date = Required(file, nameof(DateWords.Date)),
            DateWithYear = Required(file, nameof(DateWords.DateWithYear)),
            DateWithTime = Required(file, nameof(DateWords.DateWithTime)),
            ShortDate = Required(file, nameof(DateWords.ShortDate)),
            ShortDateWithTime = Required(file, nameof(DateWords.ShortDateWithTime)),
        };
    }

    private static string[] List(TextFile file, string name, int count)
    {
        var words = Required(file, name).Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.Length == count ? words : throw new FormatException($"[dates] {name} must have {count} words, has {words.Length}.");
    }

    private static string Required(TextFile file, string name) =>
        file.Find(DateSection, name) ?? throw new FormatException($"[dates] has no '{name}'.");
}
