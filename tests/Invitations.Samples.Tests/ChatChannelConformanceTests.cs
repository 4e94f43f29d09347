using System.Net;
using System.Text.Json;
using CustomChannel;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Samples.Tests;

#region channel-suite
public sealed class ChatChannelConformanceTests(ChatChannelConformanceTests.Chat chat)
    : ProviderChannelConformanceTests(chat), IClassFixture<ChatChannelConformanceTests.Chat>
{
    public sealed class Chat : ChannelFixture
    {
        private readonly List<string> _received = [];

        public override string Channel => "chat";

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour)
        {
            _received.Clear();
            builder.Services.AddSingleton(_ => new HttpClient(new Handler(_received, behaviour)));
            builder.AddChannel<ChatChannel>();
        }

        public override ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) => new([.. _received]);
    }

    private sealed class Handler(List<string> received, ProviderBehaviour behaviour) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (behaviour is ProviderBehaviour.IsAway)
                throw new HttpRequestException("Nobody answers.");
            using var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            received.Add($"{request.Headers}{json.RootElement.GetProperty("text").GetString()}");
            if (behaviour is ProviderBehaviour.Stalls)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return new(behaviour switch
            {
                ProviderBehaviour.RefusesForGood => HttpStatusCode.NotFound,
                ProviderBehaviour.IsBusy => HttpStatusCode.TooManyRequests,
                _ => HttpStatusCode.Accepted,
            });
        }
    }
}
#endregion
