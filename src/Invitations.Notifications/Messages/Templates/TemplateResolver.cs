using System.Diagnostics;
using HandlebarsDotNet;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Asks the sources and puts one message's templates together: all words in one language, and the layouts around them.</summary>
internal sealed class TemplateResolver(
    IEnumerable<IMessageTemplateSource> sources,
    FolderTemplates folder,
    ListedTemplates listed,
    BuiltInTemplates builtIn,
    TemplateEngine engine,
    ILogger<TemplateResolver>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<TemplateResolver>.Instance;

    /// <param name="context">What for.</param>
    /// <param name="candidate">A template that is asked before all sources, or null.</param>
    /// <param name="problems">Takes what was passed over, and why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<CompiledTemplate> ResolveAsync(
        MessageTemplateContext context, MessageTemplate? candidate, ICollection<MessageTemplateProblem> problems, CancellationToken cancellationToken)
    {
        var templates = new List<MessageTemplate>();
        if (candidate is not null)
            Take([candidate], context, templates, problems);
        foreach (var source in sources)
            Take(await source.FindAsync(context, cancellationToken).ConfigureAwait(false) ?? [], context, templates, problems);
        Take(await folder.FindAsync(context, cancellationToken).ConfigureAwait(false), context, templates, problems);
        Take(await listed.FindAsync(context, cancellationToken).ConfigureAwait(false), context, templates, problems);
        templates.AddRange(await builtIn.FindAsync(context, cancellationToken).ConfigureAwait(false));

        foreach (var language in context.Languages)
        {
            if (Compose(language, templates, context, problems) is { } compiled)
                return compiled;
        }

        throw new UnreachableException($"There is no English text for {context.Purpose} over {context.Channel}.");
    }

    private void Take(
        IReadOnlyList<MessageTemplate> found, MessageTemplateContext context, List<MessageTemplate> templates, ICollection<MessageTemplateProblem> problems)
    {
        foreach (var template in found)
        {
            if (TemplateRules.FirstProblem(template, context.Channel, engine) is not { } problem)
                templates.Add(template);
            else
                Report(problem, context, problems);
        }
    }

    private CompiledTemplate? Compose(
        string language, List<MessageTemplate> templates, MessageTemplateContext context, ICollection<MessageTemplateProblem> problems)
    {
        var exact = templates.Find(template => string.Equals(template.Language, language, StringComparison.OrdinalIgnoreCase));
        if (exact is null)
            return null;

        // The most specific language first, and within one the order of the sources.
        var words = templates.Where(template => Serves(template, language)).OrderByDescending(template => template.Language!.Length).ToList();
        var texts = new string?[TemplateParts.Count];
        foreach (var part in TemplateParts.All)
        {
            var from = TemplateRules.IsWords(part, context.Channel) ? words : templates.Where(template => template.Language is null || Serves(template, language));
            texts[(int)part] = from.Select(template => TemplateParts.Of(template, part)).FirstOrDefault(text => text is not null);
        }

        var missing = TemplateRules.Required(context.Channel, context.Purpose, texts).Where(part => texts[(int)part] is null).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            Report(new(language, null, 0, $"The texts of this language are not complete, so none of them is used. Missing: {names}."), context, problems);
            return null;
        }

        var parts = new HandlebarsTemplate<object, object>?[texts.Length];
        foreach (var part in TemplateParts.All)
        {
            if (texts[(int)part] is { } text)
                parts[(int)part] = engine.Compile(text, isHtml: part is TemplatePart.Html);
        }

        return new(exact.Language!, parts, BuiltInTexts.DatesOf(language));
    }

    private static bool Serves(MessageTemplate template, string language) =>
        template.Language is { } written
        && language.StartsWith(written, StringComparison.OrdinalIgnoreCase)
        && (language.Length == written.Length || language[written.Length] == '-');

    private void Report(MessageTemplateProblem problem, MessageTemplateContext context, ICollection<MessageTemplateProblem> problems)
    {
        problems.Add(problem);
        MessageLog.TemplatePassedOver(_logger, context.Tenant, context.Channel, context.Purpose, problem);
    }
}
