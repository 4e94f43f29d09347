using System.Net;
using Invitations.Notifications.Tests.Hosting;
using Invitations.Testing;

namespace Invitations.Notifications.Tests.Channels;

/// <summary>A channel that speaks HTTP, with a provider that answers in its manner.</summary>
public abstract class HttpChannelFixture : ChannelFixture
{
    private StubProvider? _provider;

    public override async ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (_provider?.Requests ?? []).Select(it => $"{it.Request.Headers}\n{Decode(it.Body)}")];

    protected abstract string Decode(string body);

    protected abstract HttpResponseMessage Answer(ProviderBehaviour behaviour);

    protected HttpMessageHandler Provider(ProviderBehaviour behaviour) => _provider = behaviour is ProviderBehaviour.IsAway
        ? new StubProvider(request => throw new HttpRequestException($"No connection to {request.RequestUri}."))
        : new StubProvider(_ => Answer(behaviour)) { Stalls = behaviour is ProviderBehaviour.Stalls };

    protected static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json) };
}
