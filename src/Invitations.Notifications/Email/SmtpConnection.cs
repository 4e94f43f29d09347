using System.Net;
using System.Net.Mail;
using System.Text;

namespace Invitations;

/// <summary>A connection, with what tells how long it may be used. The client connects with its first message, and keeps the connection.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly SmtpClient _client;
    private readonly DateTimeOffset _openedAt;

    public SmtpConnection(SmtpOptions options, DateTimeOffset now)
    {
        Options = options;
        _openedAt = UsedAt = now;
        _client = new(options.Host, options.Port)
        {
            EnableSsl = options.Tls is SmtpTls.StartTls,
            Timeout = (int)options.Timeout.TotalMilliseconds,
            Credentials = options.User is null ? null : new NetworkCredential(options.User, options.Password),
        };
    }

    public SmtpOptions Options { get; }

    public DateTimeOffset UsedAt { get; set; }

    public Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        // Headers in plain UTF-8 only where the address leaves no choice: fewer servers take them.
        _client.DeliveryFormat = Ascii.IsValid(mail.To[0].User) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
        return _client.SendMailAsync(mail, cancellationToken);
    }

    public bool IsFresh(SmtpOptions current, DateTimeOffset now) =>
        ReferenceEquals(Options, current) && now - UsedAt < Options.IdleTimeout && now - _openedAt < Options.ConnectionLifetime;

    public void Dispose() => _client.Dispose();
}
