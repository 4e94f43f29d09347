namespace Invitations;

/// <summary>Goes between the properties of a <see cref="MessageTemplate"/> and their names.</summary>
internal static class TemplateParts
{
    public static IReadOnlyList<TemplatePart> All { get; } = Enum.GetValues<TemplatePart>();

    public static int Count => All.Count;

    public static bool IsLayout(TemplatePart part) => part is TemplatePart.Html or TemplatePart.Text;

    public static string? Of(MessageTemplate template, TemplatePart part) => part switch
    {
        TemplatePart.Subject => template.Subject,
        TemplatePart.Preheader => template.Preheader,
        TemplatePart.Heading => template.Heading,
        TemplatePart.Greeting => template.Greeting,
        TemplatePart.Body => template.Body,
        TemplatePart.Button => template.Button,
        TemplatePart.Quote => template.Quote,
        TemplatePart.Groups => template.Groups,
        TemplatePart.Code => template.Code,
        TemplatePart.Expiry => template.Expiry,
        TemplatePart.LinkHint => template.LinkHint,
        TemplatePart.Ignore => template.Ignore,
        TemplatePart.Support => template.Support,
        TemplatePart.Unsubscribe => template.Unsubscribe,
        TemplatePart.Sender => template.Sender,
        TemplatePart.Html => template.Html,
        TemplatePart.Text => template.Text,
        _ => null,
    };

    public static MessageTemplate Template(string? language, Func<TemplatePart, string?> text) => new()
    {
        Language = language,
        Subject = text(TemplatePart.Subject),
        Preheader = text(TemplatePart.Preheader),
        Heading = text(TemplatePart.Heading),
        Greeting = text(TemplatePart.Greeting),
        Body = text(TemplatePart.Body),
        Button = text(TemplatePart.Button),
        Quote = text(TemplatePart.Quote),
        Groups = text(TemplatePart.Groups),
        Code = text(TemplatePart.Code),
        Expiry = text(TemplatePart.Expiry),
        LinkHint = text(TemplatePart.LinkHint),
        Ignore = text(TemplatePart.Ignore),
        Support = text(TemplatePart.Support),
        Unsubscribe = text(TemplatePart.Unsubscribe),
        Sender = text(TemplatePart.Sender),
        Html = text(TemplatePart.Html),
        Text = text(TemplatePart.Text),
    };
}
