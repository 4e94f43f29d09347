namespace Invitations;

/// <summary>The names that a template may use. The lists are closed: a name that is not on them is a mistake that somebody is told about.</summary>
internal static class TemplateNames
{
    /// <summary>In words: plain text about this one message.</summary>
    public static readonly IReadOnlySet<string> Words = new HashSet<string>(StringComparer.Ordinal)
    {
        "address", "code", "expiry", "firstName", "groups", "inviter", "link", "manyGroups", "organization", "person", "product", "reason",
        "support",
    };

    /// <summary>In the text of a text message: the words, and the personal message where it fits.</summary>
    public static readonly IReadOnlySet<string> ShortText = new HashSet<string>(Words, StringComparer.Ordinal) { "message" };

    /// <summary>In a layout: the finished words of each part, what they are made of, and how the tenant looks.</summary>
    public static readonly IReadOnlySet<string> Layout = new HashSet<string>(StringComparer.Ordinal)
    {
        "address", "body", "button", "buttonColor", "buttonColorOnDark", "buttonTextColor", "buttonTextColorOnDark", "code", "codeLabel", "direction", "end", "expiry",
        "expiryLine", "firstName", "footer", "greeting", "groups", "groupsLine", "heading", "ignore", "inviter", "language", "link",
        "linkColor", "linkColorOnDark", "linkHint", "logo", "organization", "person", "preheader", "product", "quote", "quoteDirection", "quoteLine", "quoteStart", "reason", "sender", "start",
        "subject", "support", "supportLine", "unsubscribe", "unsubscribeLink",
    };

    /// <summary>Those that are lists, for <c>each</c>: the paragraphs, the lines of the personal message, the lines of the footer.</summary>
    public static readonly IReadOnlySet<string> Lists = new HashSet<string>(StringComparer.Ordinal) { "body", "quote", "footer" };

    public static IReadOnlySet<string> Of(TemplatePart part, string channel) =>
        !TemplateParts.IsLayout(part) ? Words : channel == DeliveryChannels.Sms ? ShortText : Layout;
}
