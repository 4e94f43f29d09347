using HandlebarsDotNet;

namespace Invitations;

/// <summary>What a template must be to be used, and which parts a message must have.</summary>
internal static class TemplateRules
{
    /// <summary>Whether the part is written in a language; the layouts of an e-mail may serve all.</summary>
    public static bool IsWords(TemplatePart part, string channel) => !TemplateParts.IsLayout(part) || channel == DeliveryChannels.Sms;

    /// <returns>The first mistake, or null.</returns>
    public static MessageTemplateProblem? FirstProblem(MessageTemplate template, string channel, TemplateEngine engine)
    {
        foreach (var part in TemplateParts.All)
        {
            if (TemplateParts.Of(template, part) is not { } text)
                continue;
            if (template.Language is null && IsWords(part, channel))
                return new(null, part.ToString(), 0, "The template has words and does not say in which language. Set Language.");
            if (FirstProblem(text, part, channel, engine) is { } problem)
                return new(template.Language, part.ToString(), problem.Line, problem.Problem);
        }

        return null;
    }

    /// <returns>The first mistake in the text of a part, or null.</returns>
    public static (int Line, string Problem)? FirstProblem(string text, TemplatePart part, string channel, TemplateEngine engine)
    {
        if (TemplateChecker.Check(text, TemplateNames.Of(part, channel)) is { } mistake)
            return mistake;
        try
        {
            engine.Compile(text, isHtml: part is TemplatePart.Html);
            return null;
        }
        catch (HandlebarsException exception)
        {
            return (0, exception.Message);
        }
    }

    /// <summary>The parts without which a message in a language is not used: those that it has in English, or the subject alone where the host brings layouts of its own.</summary>
    public static IEnumerable<TemplatePart> Required(string channel, MessagePurpose purpose, string?[] texts)
    {
        if (channel == DeliveryChannels.Sms)
            return [TemplatePart.Text];
        var hasOwnHtml = channel != DeliveryChannels.Email || !ReferenceEquals(texts[(int)TemplatePart.Html], BuiltInTexts.Html);
        var hasOwnText = !ReferenceEquals(texts[(int)TemplatePart.Text], BuiltInTexts.Text);
        return hasOwnHtml && hasOwnText ? [TemplatePart.Subject] : Words(purpose);
    }

    private static IEnumerable<TemplatePart> Words(MessagePurpose purpose)
    {
        var english = BuiltInTexts.Find(LanguageChain.Last)!.Find(DeliveryChannels.Email, purpose)!;
        return TemplateParts.All.Where(part => TemplateParts.Of(english, part) is not null);
    }
}
