namespace Invitations;

/// <summary>Where webhooks go, and what they are signed with. Checked when the host starts, every mistake named at once.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where the requests go. Required; https, or http on this machine. From configuration alone: an address that a customer types needs checks of your own.</summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// The secrets that requests are signed with, as base64 of 24 to 64 random bytes, with or without <c>whsec_</c> before it. One, or two while one is
    /// changed for the other: every request has a signature by each. Required. Never logged.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>How long a request may take. The default value is 15 seconds; keep it well under <see cref="DeliveryOptions.Lease"/>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What the request goes through instead of a connection of the library's own, such as a proxy of yours. It must not follow redirects. Null by default.</summary>
    public HttpMessageHandler? Handler { get; set; }
}
