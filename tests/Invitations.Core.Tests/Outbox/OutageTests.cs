using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

/// <summary>A provider that is away for long.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly RecordingChannel _channel = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_day_everything_is_delivered_by_itself()
    {
        using var host = await HostAsync();

        await LiveAsync(host, TimeSpan.FromDays(1), isAway: true);
        await LiveAsync(host, TimeSpan.FromHours(7), isAway: false);

        Assert.All((await host.ReadAsync()).Deliveries, it => Assert.Equal(DeliveryStatus.Sent, it.Status));
    }

    [Fact]
    public async Task What_is_given_up_after_days_is_listed_and_delivered_after_one_call()
    {
        using var host = await HostAsync();

        await LiveAsync(host, TimeSpan.FromDays(4), isAway: true);
        var listed = await host.RunAsync<IFailedDeliveries, IReadOnlyList<Delivery>>(it => it.ListAsync(new(), cancellationToken: Cancellation));
        var requeued = await host.RunAsync<IFailedDeliveries, int>(it => it.RequeueAsync(new(), Cancellation));
        await LiveAsync(host, Step, isAway: false);

        Assert.Equal((20, 20), (listed.Count, requeued));
        Assert.All((await host.ReadAsync()).Deliveries, it => Assert.Equal(DeliveryStatus.Sent, it.Status));
    }

    private async Task<TestHost> HostAsync()
    {
        var host = new TestHost(wire: builder => builder.Services.AddScoped<IInvitationChannel>(_ => _channel));
        await host.InviteAsync(People.Of(20));
        return host;
    }

    private async Task LiveAsync(TestHost host, TimeSpan time, bool isAway)
    {
        _channel.Answer = _ => isAway ? throw new TimeoutException() : DeliveryOutcome.Sent();
        for (var end = host.Clock.GetUtcNow() + time; host.Clock.GetUtcNow() <= end; host.Clock.Advance(Step))
        {
            while (await host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation)) > 0)
            {
            }
        }
    }
}
