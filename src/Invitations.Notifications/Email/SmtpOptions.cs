namespace Invitations;

/// <summary>Where e-mail is handed over, and what it says about its sender. Checked when the host starts, every mistake named at once.</summary>
public sealed class SmtpOptions
{
    /// <summary>The host of the SMTP server. Required.</summary>
    public string? Host { get; set; }

    /// <summary>The port. The default value is 587. A port that begins with TLS, as 465 does, is not spoken (INV034).</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted. The default value is <see cref="SmtpTls.StartTls"/>.</summary>
    public SmtpTls Tls { get; set; }

    /// <summary>The user to sign in as, or null, the default, for a server that asks for none. The server has to offer <c>AUTH LOGIN</c>.</summary>
    public string? User { get; set; }

    /// <summary>The password. Required with <see cref="User"/>. Never logged.</summary>
    public string? Password { get; set; }

    /// <summary>The address that messages come from. Required. Its domain is that of the <c>Message-ID</c>.</summary>
    public string? From { get; set; }

    /// <summary>The name that messages come from, such as that of your product, or null, the default, for none.</summary>
    public string? FromName { get; set; }

    /// <summary>Where answers go, or null, the default, for <see cref="From"/>.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Where bounces go: the sender of the envelope. Null, the default, for <see cref="From"/>. Readers see it as the header <c>Sender</c>.</summary>
    public string? ReturnPath { get; set; }

    /// <summary>
    /// The page where a reader asks never to be invited again, such as <c>https://app.example.com/unsubscribe</c>; a token follows after a slash. It
    /// makes the headers <c>List-Unsubscribe</c> and <c>List-Unsubscribe-Post</c> (RFC 8058). Https, or null, the default, for none.
    /// </summary>
    public Uri? UnsubscribeUrl { get; set; }

    /// <summary>A header that carries the id of the delivery, for providers that give it back in their callbacks, such as <c>X-PM-Metadata-delivery</c>. Null, the default, for none.</summary>
    public string? DeliveryIdHeader { get; set; }

    /// <summary>How long one message may take, connecting included. The default value is 60 seconds; keep it well under <see cref="DeliveryOptions.Lease"/>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may lie idle and still be used for the next message. The default value is 10 seconds.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be used, so that a changed name or certificate of the server is noticed. The default value is 5 minutes.</summary>
    public TimeSpan ConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
