using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The one connection pool to the receiver of webhooks.</summary>
internal sealed class WebhookEndpoint(IOptions<WebhookOptions> options) : IDisposable
{
    public HttpEndpoint Http { get; } = new(options.Value.Handler);

    public void Dispose() => Http.Dispose();
}
