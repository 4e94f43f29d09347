namespace Invitations;

/// <summary>The last source: the texts that come with the library.</summary>
internal sealed class BuiltInTemplates : IMessageTemplateSource
{
    public ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken) => new(Find(context));

    private static List<MessageTemplate> Find(MessageTemplateContext context)
    {
        var templates = new List<MessageTemplate>();
        foreach (var language in context.Languages)
        {
            if (BuiltInTexts.Find(language)?.Find(WordsOf(context.Channel), context.Purpose) is { } template)
                templates.Add(template);
        }

        if (context.Channel != DeliveryChannels.Sms)
            templates.Add(new() { Html = context.Channel == DeliveryChannels.Email ? BuiltInTexts.Html : null, Text = BuiltInTexts.Text });
        return templates;
    }

    /// <summary>A channel of the host's own has the words of an e-mail, in plain text.</summary>
    private static string WordsOf(string channel) => channel == DeliveryChannels.Sms ? channel : DeliveryChannels.Email;
}
