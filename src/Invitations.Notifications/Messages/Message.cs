namespace Invitations;

/// <summary>A message as it is sent: the words of one invitation or notice in one language.</summary>
public sealed record Message
{
    /// <summary>The language of the text as a BCP 47 tag, such as <c>nl</c>: the one that was found, not the one that was asked for.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the language is written from right to left.</summary>
    public required bool IsRightToLeft { get; init; }

    /// <summary>The subject, one line without control characters. Null for a text message.</summary>
    public string? Subject { get; init; }

    /// <summary>The plain text: the text part of an e-mail, or the whole of a text message. Lines end with <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML of an e-mail, a whole document that loads nothing but the tenant's logo. Null where the message has plain text only.</summary>
    public string? Html { get; init; }

    /// <summary>The language alone: the text has the link.</summary>
    public override string ToString() => $"Message ({Language})";
}
