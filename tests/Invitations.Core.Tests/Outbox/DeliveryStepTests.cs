using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

/// <summary>Messages that are in flight at the same time.</summary>
public sealed class DeliveryStepTests : IDisposable
{
    private readonly WaitingChannel _channel = new();
    private readonly TestHost _host;

    public DeliveryStepTests() => _host = new(wire: builder => builder.Services
        .AddScoped<IInvitationChannel>(_ => _channel)
        .Configure<DeliveryOptions>(options => options.MaxInFlight = 8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Messages_are_sent_at_the_same_time_and_never_more_than_may_be_in_flight()
    {
        await _host.InviteAsync(People.Of(20));

        var first = await BeginAsync();
        await _channel.ArriveAsync(8);
        var second = await BeginAsync();

        Assert.Equal((8, 0), (first.Claimed, second.Claimed));
        Assert.Equal(12, await CountAsync(it => it is { Status: DeliveryStatus.Waiting, Attempts: 0 }));
        _channel.ReleaseAll(20);
        await first.WaitAsync(Cancellation);
        while (await RunOnceAsync() > 0)
        {
        }

        Assert.Equal(8, _channel.MostAtOnce);
        Assert.Equal(20, await CountAsync(it => it is { Status: DeliveryStatus.Sent, Attempts: 1 }));
    }

    [Fact]
    public async Task A_slow_message_holds_up_no_other_one()
    {
        await _host.InviteAsync(People.Of(20));
        _channel.ReleaseAll(20);
        var slow = new Invite("slow@example.com");
        await _host.InviteAsync(slow);
        var steps = new List<DeliveryStep>();

        // The slow one goes on through all of it.
        while (await CountAsync(it => it.Status is DeliveryStatus.Sent) < 20)
        {
            var step = await BeginAsync();
            if (step.Claimed > 0)
                steps.Add(step);
            await Task.Yield();
        }

        Assert.Single(steps, step => !step.IsComplete);
        _channel.Release("slow@example.com");
        await Task.WhenAll(steps.Select(step => step.WaitAsync(Cancellation)));
        Assert.Equal(21, await CountAsync(it => it.Status is DeliveryStatus.Sent));
    }

    [Fact]
    public async Task A_wait_for_room_ends_when_there_is_room()
    {
        await _host.InviteAsync(People.Of(9));
        var signal = _host.Services.GetRequiredService<DeliverySignal>();
        Assert.True(await signal.WaitAsync(TimeSpan.FromHours(1), Cancellation));
        var first = await BeginAsync();
        await _channel.ArriveAsync(8);
        Assert.Equal(0, (await BeginAsync()).Claimed);
        var waiting = signal.WaitAsync(TimeSpan.FromHours(1), Cancellation);

        _channel.Release(People.Email(1));
        _channel.Release(People.Email(2));

        Assert.True(await waiting);
        Assert.Equal(1, (await BeginAsync()).Claimed);
        _channel.ReleaseAll(9);
        await first.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task What_has_finished_while_a_statement_ran_is_written_by_the_next_one()
    {
        await _host.InviteAsync(People.Of(8));
        var step = await BeginAsync();
        await _channel.ArriveAsync(8);
        var (writing, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Calls.Before = async call =>
        {
            if (call.Name != "Deliveries.Report")
                return;
            writing.TrySetResult();
            await goOn.Task;
        };

        _channel.Release(People.Email(3));
        await writing.Task;
        _channel.ReleaseAll(8);
        while (_channel.InFlight > 0)
            await Task.Yield();
        goOn.SetResult();
        await step.WaitAsync(Cancellation);

        Assert.InRange(_host.Calls.Count("Deliveries.Report"), 2, 4);
        Assert.Equal(8, await CountAsync(it => it.Status is DeliveryStatus.Sent));
    }

    [Fact]
    public async Task A_host_that_stops_finishes_what_is_being_sent_and_writes_it_down()
    {
        await _host.InviteAsync(People.Of(10));
        using var stop = new CancellationTokenSource();
        var step = await BeginAsync(stop.Token);
        await _channel.ArriveAsync(8);

        await stop.CancelAsync();
        _channel.ReleaseAll(8);
        await step.WaitAsync(Cancellation);

        Assert.Equal(8, await CountAsync(it => it.Status is DeliveryStatus.Sent));
        Assert.Equal(2, await CountAsync(it => it is { Status: DeliveryStatus.Waiting, Attempts: 0, LeasedUntil: null }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BeginAsync(stop.Token));
    }

    [Fact]
    public async Task A_message_that_takes_longer_than_the_host_can_wait_is_left_to_another_node()
    {
        await _host.InviteAsync(People.Of(1));
        using var stop = new CancellationTokenSource();
        var step = await BeginAsync(stop.Token);
        await _channel.ArriveAsync(1);

        await stop.CancelAsync();
        Assert.False(step.IsComplete);
        _host.Clock.Advance(TimeSpan.FromSeconds(20));
        await step.WaitAsync(Cancellation);

        Assert.Equal(1, await CountAsync(it => it is { Status: DeliveryStatus.Waiting, LeasedUntil: null }));
        _channel.ReleaseAll(1);
        Assert.Equal(1, await RunOnceAsync());
    }

    [Fact]
    public async Task A_channel_that_takes_too_long_is_given_up_before_the_lease_ends()
    {
        await _host.InviteAsync(People.Of(1));
        var step = await BeginAsync();
        await _channel.ArriveAsync(1);

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await step.WaitAsync(Cancellation);

        var stored = Assert.Single((await _host.ReadAsync()).Deliveries);
        Assert.Equal((DeliveryStatus.Waiting, "The channel took too long."), (stored.Status, stored.LastError));
        Assert.True(stored.DueAt > _host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_was_sent_while_the_database_was_away_is_written_down_when_it_is_back()
    {
        await _host.InviteAsync(People.Of(3));
        var faults = 0;
        _host.Calls.Before = call => call.Name == "Deliveries.Report" && ++faults <= 4 ? throw new TimeoutException("away") : Task.CompletedTask;
        var step = await BeginAsync();
        await _channel.ArriveAsync(3);
        _channel.ReleaseAll(3);

        while (!step.IsComplete)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        await step.WaitAsync(Cancellation);
        Assert.Equal(3, await CountAsync(it => it is { Status: DeliveryStatus.Sent, Attempts: 1 }));
        Assert.Equal(3, _channel.Begun.Count);
        Assert.Single(_host.Logs.Lines, line => line.Contains("ReportsDelayed", StringComparison.Ordinal));
        Assert.Single(_host.Logs.Lines, line => line.Contains("ReportsResumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_message_is_sent_in_a_service_scope_of_its_own()
    {
        var channels = new List<IInvitationChannel>();
        using var host = new TestHost(wire: builder => builder.Services.AddScoped<IInvitationChannel>(_ =>
        {
            var channel = new RecordingChannel();
            lock (channels)
                channels.Add(channel);
            return channel;
        }));
        await host.InviteAsync(People.Of(5));

        Assert.Equal(5, await host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation)));

        Assert.Equal(5, channels.Count(channel => ((RecordingChannel)channel).Sent.Count == 1));
    }

    private Task<int> RunOnceAsync() => _host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation));

    private Task<DeliveryStep> BeginAsync(CancellationToken? cancellationToken = null) =>
        _host.RunAsync<IDeliveryDispatcher, DeliveryStep>(dispatcher => dispatcher.BeginAsync(DeliveryChannels.Email, cancellationToken ?? Cancellation));

    private async Task<int> CountAsync(Func<Delivery, bool> isMeant) => (await _host.ReadAsync()).Deliveries.Count(isMeant);
}
