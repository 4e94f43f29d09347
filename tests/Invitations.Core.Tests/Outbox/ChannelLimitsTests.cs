using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

public sealed class ChannelLimitsTests
{
    private readonly RecordingChannel _channel = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_gets_no_more_messages_than_its_rate_and_the_rest_is_not_claimed()
    {
        using var host = HostWith(new() { Messages = 3, Per = TimeSpan.FromMinutes(1) });
        await host.InviteAsync(People.Of(10));

        Assert.Equal(3, await RunOnceAsync(host));
        Assert.Equal(0, await RunOnceAsync(host));

        Assert.Equal(7, (await host.ReadAsync()).Deliveries.Count(it => it is { Status: DeliveryStatus.Waiting, Attempts: 0, Fence: 0 }));
    }

    [Fact]
    public async Task Over_the_day_exactly_as_many_are_sent_as_the_rate_says()
    {
        using var host = HostWith(new() { Messages = 60, Per = TimeSpan.FromMinutes(1) });
        await host.InviteAsync(People.Of(400));
        var sent = 0;
        for (var second = 0; second < 300; second++)
        {
            while (await RunOnceAsync(host) is > 0 and var more)
                sent += more;
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(sent, 60 + 299, 60 + 300);
    }

    [Fact]
    public async Task A_wait_ends_when_the_rate_lets_the_next_one_through()
    {
        using var host = HostWith(new() { Messages = 1, Per = TimeSpan.FromMinutes(1) });
        await host.InviteAsync(People.Of(2));
        var signal = host.Services.GetRequiredService<DeliverySignal>();
        Assert.True(await signal.WaitAsync(TimeSpan.FromHours(1), Cancellation));
        Assert.Equal(1, await RunOnceAsync(host));
        Assert.Equal(0, await RunOnceAsync(host));
        var waiting = signal.WaitAsync(TimeSpan.FromHours(1), Cancellation);

        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await waiting);
        Assert.Equal(1, await RunOnceAsync(host));
    }

    [Fact]
    public async Task What_a_claim_did_not_need_is_there_for_the_next_one()
    {
        using var host = HostWith(new() { Messages = 3, Per = TimeSpan.FromDays(1) });
        for (var number = 1; number <= 3; number++)
        {
            await host.InviteAsync(People.Person(number));
            Assert.Equal(1, await RunOnceAsync(host));
        }

        await host.InviteAsync(People.Person(4));
        Assert.Equal(0, await RunOnceAsync(host));
    }

    [Fact]
    public async Task A_limit_of_one_channel_is_none_of_another()
    {
        var sms = new RecordingChannel(DeliveryChannels.Sms);
        using var host = HostWith(new() { MaxInFlight = 1 }, sms);
        await host.InviteAsync([.. Enumerable.Range(1, 5).Select(number => new Invite(People.Email(number)) { Phone = $"+4479111234{number:00}" })]);

        Assert.Equal(1 + 5, await RunOnceAsync(host));

        Assert.Equal((1, 5), (_channel.Sent.Count, sms.Sent.Count));
    }

    private TestHost HostWith(ChannelLimits limits, params RecordingChannel[] others) => new(wire: builder =>
    {
        builder.Services.Configure<DeliveryOptions>(options => options.Channels[DeliveryChannels.Email] = limits);
        foreach (var channel in (RecordingChannel[])[_channel, .. others])
            builder.Services.AddScoped<IInvitationChannel>(_ => channel);
    });

    private static Task<int> RunOnceAsync(TestHost host) => host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation));
}
