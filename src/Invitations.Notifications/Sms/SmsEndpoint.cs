using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The one connection pool to the SMS gateway.</summary>
internal sealed class SmsEndpoint(IOptions<SmsGatewayOptions> options) : IDisposable
{
    public HttpEndpoint Http { get; } = new(options.Value.Handler);

    public void Dispose() => Http.Dispose();
}
