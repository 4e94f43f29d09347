using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

public sealed class FailedDeliveryTests
{
    [Fact]
    public async Task After_an_outage_everything_that_was_given_up_is_sent_after_one_call()
    {
        using var host = new TestHost(wire: builder => builder.Services
            .AddScoped<IInvitationChannel>(_ => new RecordingChannel())
            .Configure<MaintenanceOptions>(o => o.BatchSize = 2));
        await host.InviteAsync(People.Of(5));
        await FailAllAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(5, (await ListAsync(host, new())).Count);
        Assert.Equal(5, await RequeueAsync(host, new() { Channel = DeliveryChannels.Email }));

        Assert.Equal(5, await host.RunAsync<IDeliveryDispatcher, int>(it => it.RunOnceAsync(TestContext.Current.CancellationToken)));
        Assert.All((await host.ReadAsync()).Deliveries, it => Assert.Equal((DeliveryStatus.Sent, 1), (it.Status, it.Attempts)));
        Assert.Empty(await ListAsync(host, new()));
    }

    [Fact]
    public async Task A_page_begins_behind_the_last_of_the_page_before()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(5));
        await FailAllAsync(host);

        var listed = new List<Delivery>();
        while (await ListAsync(host, new(), listed.LastOrDefault(), 2) is { Count: > 0 } page)
            listed.AddRange(page);

        Assert.Equal(5, listed.Select(it => it.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_failed_after_the_call_began_is_not_queued_for_ever()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 1));
        await host.InviteAsync(People.Of(2));
        await FailAllAsync(host);
        var round = 0;
        host.Calls.Before = async call =>
        {
            if (call.Name == "Deliveries.RequeueFailed" && ++round < 10)
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                await FailAllAsync(host);
            }
        };

        Assert.Equal(2, await RequeueAsync(host, new()));
    }

    private static Task<IReadOnlyList<Delivery>> ListAsync(TestHost host, FailedDeliveryFilter filter, Delivery? after = null, int size = 50) =>
        host.RunAsync<IFailedDeliveries, IReadOnlyList<Delivery>>(it => it.ListAsync(filter, after, size, TestContext.Current.CancellationToken));

    private static Task<int> RequeueAsync(TestHost host, FailedDeliveryFilter filter) =>
        host.RunAsync<IFailedDeliveries, int>(it => it.RequeueAsync(filter, TestContext.Current.CancellationToken));

    /// <summary>A provider that refuses every message for good.</summary>
    private static async Task FailAllAsync(TestHost host)
    {
        await using var scope = host.Scope();
        var store = scope.ServiceProvider.GetRequiredService<IDeliveryStore>();
        var claim = new DeliveryClaim { Now = host.Clock.GetUtcNow(), Lease = TimeSpan.FromMinutes(5), Take = 100 };
        foreach (var delivery in await store.ClaimAsync(claim, TestContext.Current.CancellationToken))
        {
            await store.ReportAsync(
                [new() { Id = delivery.Id, Fence = delivery.Fence, Status = DeliveryStatus.Failed, At = host.Clock.GetUtcNow(), Error = "550" }],
                TestContext.Current.CancellationToken);
        }
    }
}
