using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Sends e-mail over SMTP.</summary>
internal sealed class EmailChannel(
    SmtpConnections connections,
    IOptionsMonitor<SmtpOptions> options,
    IMessageRenderer renderer,
    TimeProvider time,
    ILogger<EmailChannel>? logger = null) : IInvitationChannel
{
    // The timer of the client may be a little early.
    private const double NearlyAll = 0.95;

    private readonly ILogger _logger = logger ?? NullLogger<EmailChannel>.Instance;

    public string Name => DeliveryChannels.Email;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Recipient.Email is not { } address)
            return DeliveryOutcome.Undeliverable("The recipient has no e-mail address.");

        var smtp = options.CurrentValue;
        var content = MessageContext.From(context) with { UnsubscribeLink = MailComposer.UnsubscribeLink(context, smtp) };
        var message = await renderer.RenderAsync(content, cancellationToken).ConfigureAwait(false);
        var started = time.GetTimestamp();
        try
        {
            using var mail = MailComposer.Compose(context, message, smtp);
            await connections.SendAsync(mail, cancellationToken).ConfigureAwait(false);
            return DeliveryOutcome.Sent(MailComposer.MessageId(context.Delivery, smtp));
        }
        catch (FormatException)
        {
            return DeliveryOutcome.Undeliverable("The address is none that e-mail can be sent to.");
        }
        catch (SmtpException exception)
        {
            return Refused(context.Delivery, exception, address, isSlow: time.GetElapsedTime(started) >= smtp.Timeout * NearlyAll);
        }
    }

    private DeliveryOutcome Refused(Delivery delivery, SmtpException exception, string address, bool isSlow)
    {
        if (isSlow)
            return DeliveryOutcome.Retry("SMTP: the server did not answer in time.");

        // That the server does not take such an address (RFC 6531), the client says in words alone.
        if (exception is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } && !Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@'))))
            return DeliveryOutcome.Undeliverable("The address has letters that the SMTP server does not take (SMTPUTF8).");
        if (SmtpReplies.IsTroubleOfTheHost(exception))
            ChannelLog.SenderRefused(_logger, delivery.Id, (int)exception.StatusCode);
        return SmtpReplies.OutcomeOf(exception);
    }
}
