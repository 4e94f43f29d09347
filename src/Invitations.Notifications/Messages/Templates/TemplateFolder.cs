namespace Invitations;

/// <summary>The files of a folder as they were at one moment: texts by tenant and language, layouts by tenant.</summary>
internal sealed class TemplateFolder
{
    private const string Everybody = "";
    private const string TenantsFolder = "tenants";
    private const string HtmlLayout = "layout.html";
    private const string TextLayout = "layout.text";

    // Names of folders are compared with tenant ids, and no path is made of an id: '../globex' is nobody's folder.
    private readonly Dictionary<string, Dictionary<string, LanguageTexts>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageTemplate> _layouts = new(StringComparer.Ordinal);

    /// <returns>A text that changes whenever a file does.</returns>
    public static string Stamp(string path) => !Directory.Exists(path) ? "" : string.Join('\n',
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {file.Length}")
            .Order(StringComparer.Ordinal));

    /// <exception cref="FormatException">A file is not understood; the message names every one.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static TemplateFolder Load(string path, TemplateEngine engine)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder '{path}'. Relative paths begin at '{Environment.CurrentDirectory}'.");
        var folder = new TemplateFolder();
        var mistakes = new List<string>();
        folder.Read(Everybody, new(path), engine, mistakes);
        var tenants = new DirectoryInfo(Path.Combine(path, TenantsFolder));
        if (tenants.Exists)
        {
            foreach (var tenant in tenants.EnumerateDirectories())
                folder.Read(tenant.Name, tenant, engine, mistakes);
        }

        return mistakes.Count == 0 ? folder : throw new FormatException(string.Join(" ", mistakes));
    }

    /// <returns>The tenant's own templates first, then those for everybody; within each, those of the channel before those of the e-mail.</returns>
    public List<MessageTemplate> Find(MessageTemplateContext context)
    {
        var found = new List<MessageTemplate>();
        foreach (var tenant in new[] { context.Tenant.Value, Everybody })
        {
            if (_texts.TryGetValue(tenant, out var texts))
                found.AddRange(Words(texts, context));
            if (context.Channel != DeliveryChannels.Sms && _layouts.TryGetValue(tenant, out var layout))
                found.Add(context.Channel == DeliveryChannels.Email ? layout : layout with { Html = null });
        }

        return found;
    }

    private static IEnumerable<MessageTemplate> Words(Dictionary<string, LanguageTexts> texts, MessageTemplateContext context)
    {
        var channels = context.Channel is DeliveryChannels.Sms or DeliveryChannels.Email ? new[] { context.Channel } : [context.Channel, DeliveryChannels.Email];
        return
            from channel in channels
            from language in context.Languages
            where texts.ContainsKey(language)
            let template = texts[language].Find(channel, context.Purpose)
            where template is not null
            select template;
    }

    private void Read(string tenant, DirectoryInfo folder, TemplateEngine engine, List<string> mistakes)
    {
        var texts = new Dictionary<string, LanguageTexts>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folder.EnumerateFiles("*.txt").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var language = Path.GetFileNameWithoutExtension(file.Name);
            try
            {
                texts[language] = LanguageTexts.Parse(language, File.ReadAllText(file.FullName));
                mistakes.AddRange(texts[language].Mistakes(engine).Select(mistake => $"{file.FullName}: {mistake}"));
            }
            catch (FormatException exception)
            {
                mistakes.Add($"{file.FullName}: {exception.Message}");
            }
        }

        _texts[tenant] = texts;
        var html = Layout(folder, HtmlLayout, TemplatePart.Html, engine, mistakes);
        var text = Layout(folder, TextLayout, TemplatePart.Text, engine, mistakes);
        if (html is not null || text is not null)
            _layouts[tenant] = new() { Html = html, Text = text };
    }

    private static string? Layout(DirectoryInfo folder, string name, TemplatePart part, TemplateEngine engine, List<string> mistakes)
    {
        var path = Path.Combine(folder.FullName, name);
        if (!File.Exists(path))
            return null;
        var text = File.ReadAllText(path);
        if (TemplateRules.FirstProblem(text, part, DeliveryChannels.Email, engine) is { } problem)
            mistakes.Add($"{path}, line {problem.Line}: {problem.Problem}");
        return text;
    }
}
