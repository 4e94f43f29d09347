using System.Net;

namespace Invitations.Notifications.Tests.Hosting;

/// <summary>A provider on HTTP that keeps what it gets and answers as a test says.</summary>
internal sealed class StubProvider(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public StubProvider(HttpStatusCode status, string body = "")
        : this(_ => new(status) { Content = new StringContent(body) })
    {
    }

    public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

    /// <summary>Waits without an answer, until the caller gives up.</summary>
    public bool Stalls { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
        if (Stalls)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return answer(request);
    }
}
