using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Writes text messages into a folder, as <c>.txt</c> files with the number in the first line.</summary>
internal sealed class SmsFileDrop(IOptionsMonitor<FileDropOptions> options, IMessageRenderer renderer, ILogger<SmsFileDrop>? logger = null) : IInvitationChannel
{
    private readonly ILogger _logger = logger ?? NullLogger<SmsFileDrop>.Instance;

    public string Name => DeliveryChannels.Sms;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Recipient.Phone is not { } number)
            return DeliveryOutcome.Undeliverable("The recipient has no phone number.");
        ChannelLog.FileDropUsed(_logger, Name);
        var message = await renderer.RenderAsync(MessageContext.From(context), cancellationToken).ConfigureAwait(false);
        await DropFolder.WriteAsync(options.CurrentValue, $"{context.Delivery.Id}.txt", $"{number}\n\n{message.Text}\n", cancellationToken).ConfigureAwait(false);
        return DeliveryOutcome.Sent(context.Delivery.Id.ToString());
    }
}
