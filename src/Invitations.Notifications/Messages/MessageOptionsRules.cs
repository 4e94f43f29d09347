using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class MessageOptionsRules(TemplateEngine engine) : IValidateOptions<MessageOptions>
{
    private static readonly TimeSpan LongestCache = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, MessageOptions options)
    {
        var mistakes = new List<string>();
        if (options.CacheFor < TimeSpan.Zero || options.CacheFor > LongestCache)
            mistakes.Add($"INV032: MessageOptions.CacheFor must be between zero and one day, was {options.CacheFor}.");
        CheckBranding(options, mistakes);
        CheckFolder(options, mistakes);
        CheckTemplates(options, mistakes);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckBranding(MessageOptions options, List<string> mistakes)
    {
        var found = new List<string>();
        if (options.Branding is { } branding)
            BrandingRules.Usable(branding, found);
        else
            found.Add("it is null.");
        mistakes.AddRange(found.Select(mistake => $"INV031: MessageOptions.Branding: {mistake}"));
    }

    private void CheckFolder(MessageOptions options, List<string> mistakes)
    {
        if (options.TemplateFolder is not { } folder)
            return;
        try
        {
            TemplateFolder.Load(folder, engine);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            mistakes.Add($"INV030: MessageOptions.TemplateFolder cannot be used: {exception.Message}");
        }
    }

    private void CheckTemplates(MessageOptions options, List<string> mistakes)
    {
        foreach (var entry in options.Templates)
        {
            if (TemplateRules.FirstProblem(entry.Template, entry.Channel, engine) is { } problem)
                mistakes.Add($"INV030: MessageOptions.Templates, {entry.Channel}: {problem}");
        }
    }
}
