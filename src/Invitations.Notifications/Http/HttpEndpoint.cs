using System.Net;

namespace Invitations;

/// <summary>Talks to one provider over HTTPS: with connections of its own, without redirects and cookies, and without a word about the address in any log.</summary>
internal sealed class HttpEndpoint(HttpMessageHandler? handler) : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _invoker = handler is null
        ? new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLifetime })
        : new(handler, disposeHandler: false);

    /// <summary>Sends a request.</summary>
    /// <returns>The answer with as much of its content as is read, or null where it took too long.</returns>
    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    public async Task<HttpAnswer?> SendAsync(HttpRequestMessage request, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var elapsed = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, elapsed.Token);
        try
        {
            using var response = await _invoker.SendAsync(request, either.Token).ConfigureAwait(false);
            return await HttpAnswer.ReadAsync(response, time.GetUtcNow(), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _invoker.Dispose();

    /// <summary>Why a request cannot go there, or null: the content of a message is for https alone, or for this machine.</summary>
    public static string? Problem(Uri? url) => url switch
    {
        null => "is missing",
        { IsAbsoluteUri: false } => "must be absolute",
        { Scheme: not ("https" or "http") } => "must be https",
        { Scheme: "http", IsLoopback: false } => "must be https (http is for localhost)",
        { UserInfo.Length: > 0 } => "must have no user and password in it",
        _ => null,
    };
}
