using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Snippets;
using Snippets.Extending;

namespace Invitations.Docs.Tests.Running;

/// <summary>The channel of the page about channels, with a provider that answers as it is told.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ChatChannelTests
{
    [Fact]
    public async Task A_message_carries_the_link_and_the_id_of_the_delivery()
    {
        var provider = new Provider(HttpStatusCode.Accepted);
        await using var host = HostWith(provider);

        var delivery = await DeliverAsync(host);

        Assert.Equal(DeliveryStatus.Sent, delivery.Status);
        var (key, body) = Assert.Single(provider.Messages);
        Assert.Equal(delivery.Id.ToString(), key);
        Assert.Contains("Tina invites you: https://app.example.com/join/", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_provider_is_asked_again_when_it_says()
    {
        var provider = new Provider(HttpStatusCode.TooManyRequests) { RetryAfter = TimeSpan.FromMinutes(7) };
        await using var host = HostWith(provider);

        var delivery = await DeliverAsync(host);

        Assert.Equal(DeliveryStatus.Waiting, delivery.Status);
        Assert.Equal(host.Time.GetUtcNow().AddMinutes(7), delivery.DueAt);
    }

    [Fact]
    public async Task Nobody_is_asked_again_for_a_user_who_does_not_exist()
    {
        await using var host = HostWith(new Provider(HttpStatusCode.NotFound));

        Assert.Equal(DeliveryStatus.Failed, (await DeliverAsync(host)).Status);
    }

    [Fact]
    public async Task Somebody_without_an_e_mail_address_cannot_be_reached_by_chat()
    {
        var provider = new Provider(HttpStatusCode.Accepted);
        await using var host = HostWith(provider);
        await host.InviteAsync(new() { Phone = "+44 7911 123456" }, new() { Channels = ["chat"] });

        await host.Get<IDeliveryDispatcher>().RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.Empty(provider.Messages);
    }

    [Fact]
    public async Task The_hosted_service_sends_what_is_queued_while_it_waits()
    {
        var provider = new Provider(HttpStatusCode.Accepted);
        await using var host = HostWith(provider);
        var loop = host.Get<IEnumerable<IHostedService>>().First();

        await loop.StartAsync(TestContext.Current.CancellationToken);
        await Registrations.InviteByChatAsync(host.Invitations, host.Tenant, host.Admin);
        await provider.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await loop.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(provider.Messages);
    }

    private static async Task<Delivery> DeliverAsync(ExampleHost host)
    {
        await Registrations.InviteByChatAsync(host.Invitations, host.Tenant, host.Admin);
        var page = await host.Queries.ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, await host.Get<IDeliveryDispatcher>().RunOnceAsync(TestContext.Current.CancellationToken));

        var deliveries = await host.Deliveries.ListAsync(host.Tenant, page.Items[0].Id, TestContext.Current.CancellationToken);
        return Assert.Single(deliveries);
    }

    private static ExampleHost HostWith(Provider provider) => new(services =>
    {
        Registrations.Channel(services);
        Dispatching.Configure(services);
        Dispatching.Add(services);
        services.Configure<HttpClientFactoryOptions>("", options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = provider));
    });

    private sealed class Provider(HttpStatusCode status) : HttpMessageHandler
    {
        public TimeSpan? RetryAfter { get; init; }

        public List<(string Key, string Body)> Messages { get; } = [];

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Messages.Add((request.Headers.GetValues("Idempotency-Key").Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            Asked.TrySetResult();
            var response = new HttpResponseMessage(status);
            if (RetryAfter is { } after)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(after);
            return response;
        }
    }
}
