namespace Invitations;

/// <summary>The parts of a template: the words, and the two layouts at the end.</summary>
internal enum TemplatePart
{
    Subject,
    Preheader,
    Heading,
    Greeting,
    Body,
    Button,
    Quote,
    Groups,
    Code,
    Expiry,
    LinkHint,
    Ignore,
    Support,
    Unsubscribe,
    Sender,
    Html,
    Text,
}
