using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Sends text messages through the HTTP interface of a provider.</summary>
internal sealed class SmsChannel(
    SmsEndpoint endpoint,
    SmsPrefixes prefixes,
    IOptionsMonitor<SmsGatewayOptions> options,
    IMessageRenderer renderer,
    TimeProvider time,
    ILogger<SmsChannel>? logger = null) : IInvitationChannel
{
    private readonly ILogger _logger = logger ?? NullLogger<SmsChannel>.Instance;

    public string Name => DeliveryChannels.Sms;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var gateway = options.CurrentValue;
        if (context.Recipient.Phone is not { } number)
            return DeliveryOutcome.Undeliverable("The recipient has no phone number.");
        if (!SmsPrefixes.Allows(gateway, number))
            return DeliveryOutcome.Undeliverable("Text messages to this country are not allowed.");

        var message = await renderer.RenderAsync(MessageContext.From(context), cancellationToken).ConfigureAwait(false);
        if (await prefixes.TakeAsync(gateway, number, cancellationToken).ConfigureAwait(false) is { } wait)
            return DeliveryOutcome.Retry("The cap on text messages to this country is reached.", wait);

        using var request = SmsRequest.Write(gateway, context.Delivery, number, message.Text);
        var answer = await endpoint.Http.SendAsync(request, gateway.Timeout, time, cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return DeliveryOutcome.Retry("The gateway did not answer in time.");
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (int)answer.Status is >= 300 and < 400)
            ChannelLog.GatewayRefused(_logger, Name, context.Delivery.Id, (int)answer.Status);
        return OutcomeOf(gateway, answer);
    }

    private static DeliveryOutcome OutcomeOf(SmsGatewayOptions gateway, HttpAnswer answer)
    {
        var code = answer.Value(gateway.CodePath);
        var isSuccess = gateway.SuccessCodes.Count == 0 || (code is not null && gateway.SuccessCodes.Contains(code));
        if (answer.IsSuccess && isSuccess)
            return DeliveryOutcome.Sent(answer.Value(gateway.MessageIdPath));

        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        var reason = code is { Length: <= 20 } && code.All(char.IsAsciiLetterOrDigit) ? $"The gateway answered {status}, code {code}." : $"The gateway answered {status}.";
        return (code is not null && gateway.PermanentCodes.Contains(code)) || gateway.PermanentStatuses.Contains((int)answer.Status)
            ? DeliveryOutcome.Undeliverable(reason)
            : DeliveryOutcome.Retry(reason, answer.RetryAfter);
    }
}
