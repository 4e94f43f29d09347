namespace Invitations;

/// <summary>What a tenant's messages look like, and what they say about who sends them. Immutable: derive one with <c>defaults with { … }</c>.</summary>
/// <remarks>A value that cannot be used is left out and logged, so that the message still goes out; the preview names it.</remarks>
public sealed record MessageBranding
{
    /// <summary>What people call the tenant: "Tina invites you to …". Up to 200 characters on one line. Null, the default, for <see cref="Product"/>, and the tenant's id where that is null too.</summary>
    public string? Name { get; init; }

    /// <summary>What the host's application is called: "Sent with …". Null, the default, where it is not mentioned.</summary>
    public string? Product { get; init; }

    /// <summary>The tenant's logo, an https address of a picture that reads on light and dark ground; shown 40 pixels high, with <see cref="Name"/> in its place where pictures are blocked. Null, the default, for the name alone.</summary>
    public Uri? Logo { get; init; }

    /// <summary>
    /// The colour of the button and of links, as <c>#rrggbb</c>. The words on the button are black or white, whichever reads better; links
    /// get the nearest shade that has a contrast of 4.5 to 1. The default value is a blue, <c>#1d4ed8</c>.
    /// </summary>
    public string Color { get; init; } = "#1d4ed8";

    /// <summary>The e-mail address for questions, shown at the end. Null, the default, for none.</summary>
    public string? SupportAddress { get; init; }

    /// <summary>The last lines of an e-mail, such as a postal address: plain text, up to 500 characters. Null, the default, for none.</summary>
    public string? Footer { get; init; }

    /// <summary>The page that the button of a notice opens where there is nothing to accept. Null, the default, for no button.</summary>
    public Uri? HomePage { get; init; }

    /// <summary>The language of a reader about whom nothing is known, as a BCP 47 tag. The default value is <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The time zone of a reader about whom nothing is known. Null, the default, for UTC, which is then named with the time.</summary>
    public TimeZoneInfo? TimeZone { get; init; }
}
