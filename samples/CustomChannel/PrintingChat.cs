using System.Net;

namespace CustomChannel;

/// <summary>Stands in for the chat: prints what it gets, and takes it.</summary>
internal sealed class PrintingChat : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine($"The chat gets: {await request.Content!.ReadAsStringAsync(cancellationToken)}");
        return new(HttpStatusCode.Accepted);
    }
}
