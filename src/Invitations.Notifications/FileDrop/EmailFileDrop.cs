using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Writes e-mails into a folder, as <c>.eml</c> files that mail programs open.</summary>
internal sealed class EmailFileDrop(IOptionsMonitor<FileDropOptions> options, IMessageRenderer renderer, ILogger<EmailFileDrop>? logger = null) : IInvitationChannel
{
    private readonly ILogger _logger = logger ?? NullLogger<EmailFileDrop>.Instance;

    public string Name => DeliveryChannels.Email;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Recipient.Email is null)
            return DeliveryOutcome.Undeliverable("The recipient has no e-mail address.");
        ChannelLog.FileDropUsed(_logger, Name);
        var drop = options.CurrentValue;
        var smtp = new SmtpOptions { From = drop.From };
        var message = await renderer.RenderAsync(MessageContext.From(context), cancellationToken).ConfigureAwait(false);
        using var mail = MailComposer.Compose(context, message, smtp);
        await DropFolder.WriteAsync(drop, $"{context.Delivery.Id}.eml", mail, cancellationToken).ConfigureAwait(false);
        return DeliveryOutcome.Sent(MailComposer.MessageId(context.Delivery, smtp));
    }
}
