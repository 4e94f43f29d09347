using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Sends signed requests to a system that tells people itself.</summary>
internal sealed class WebhookChannel(
    WebhookEndpoint endpoint,
    IOptionsMonitor<WebhookOptions> options,
    IMessageRenderer renderer,
    TimeProvider time,
    ILogger<WebhookChannel>? logger = null) : IInvitationChannel
{
    private readonly ILogger _logger = logger ?? NullLogger<WebhookChannel>.Instance;

    public string Name => DeliveryChannels.Webhook;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var webhook = options.CurrentValue;
        var message = await renderer.RenderAsync(MessageContext.From(context), cancellationToken).ConfigureAwait(false);
        using var request = Write(webhook, context, message);
        var answer = await endpoint.Http.SendAsync(request, webhook.Timeout, time, cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return DeliveryOutcome.Retry("The receiver did not answer in time.");
        if (answer.IsSuccess)
            return DeliveryOutcome.Sent(context.Delivery.Id.ToString());

        var status = (int)answer.Status;
        if (status is >= 300 and < 400 or 401 or 403 or 404)
            ChannelLog.GatewayRefused(_logger, Name, context.Delivery.Id, status);
        var reason = string.Create(CultureInfo.InvariantCulture, $"The receiver answered {status}.");
        return answer.Status is HttpStatusCode.Gone ? DeliveryOutcome.Undeliverable(reason) : DeliveryOutcome.Retry(reason, answer.RetryAfter);
    }

    private HttpRequestMessage Write(WebhookOptions webhook, DeliveryContext context, Message message)
    {
        var now = time.GetUtcNow();
        var (id, timestamp) = (context.Delivery.Id.ToString(), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var body = WebhookPayload.Write(context, message, now);
        var signatures = webhook.Secrets.Select(secret => WebhookSecret.TryRead(secret, out var key) ? WebhookSignature.Sign(key, id, timestamp, body) : "");
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.TryAddWithoutValidation(WebhookSignature.SignatureHeader, string.Join(' ', signatures));
        return request;
    }
}
