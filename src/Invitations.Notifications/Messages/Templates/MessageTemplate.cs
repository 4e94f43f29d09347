namespace Invitations;

/// <summary>The words of a message in one language, or the layout around them. What is null is taken from the next source.</summary>
/// <remarks>
/// Every text is a Handlebars template with a closed list of names and without logic beyond <c>if</c>, <c>unless</c>, <c>each</c> and
/// <c>else</c>; the page on templates lists the names. People's text is data in it. Words are plain text; only <see cref="Html"/> is HTML.
/// </remarks>
public sealed record MessageTemplate
{
    /// <summary>The language of the words as a BCP 47 tag. Null for a template that has no words, only <see cref="Html"/> or <see cref="Text"/> for every language.</summary>
    public string? Language { get; init; }

    /// <summary>The subject, one line.</summary>
    public string? Subject { get; init; }

    /// <summary>The line that mail programs show next to the subject.</summary>
    public string? Preheader { get; init; }

    /// <summary>The heading inside the message.</summary>
    public string? Heading { get; init; }

    /// <summary>The first line, with the reader's first name.</summary>
    public string? Greeting { get; init; }

    /// <summary>What it is about. Each line is a paragraph.</summary>
    public string? Body { get; init; }

    /// <summary>The words on the button.</summary>
    public string? Button { get; init; }

    /// <summary>The line above the personal message of the inviter.</summary>
    public string? Quote { get; init; }

    /// <summary>The line with the groups; left out where there are none.</summary>
    public string? Groups { get; init; }

    /// <summary>The words above the access code; left out where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The line that says until when; left out where the invitation does not expire.</summary>
    public string? Expiry { get; init; }

    /// <summary>The line above the address in full.</summary>
    public string? LinkHint { get; init; }

    /// <summary>What somebody can do who did not expect the message.</summary>
    public string? Ignore { get; init; }

    /// <summary>The line with <see cref="MessageBranding.SupportAddress"/>; left out where there is none.</summary>
    public string? Support { get; init; }

    /// <summary>The words of the link by which nobody invites the reader again; left out where there is no such link.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>Who sent it by what.</summary>
    public string? Sender { get; init; }

    /// <summary>The HTML of the whole e-mail, into which the words are put. Values are encoded.</summary>
    public string? Html { get; init; }

    /// <summary>The plain text of the whole e-mail, into which the words are put; of a text message, everything.</summary>
    public string? Text { get; init; }
}
