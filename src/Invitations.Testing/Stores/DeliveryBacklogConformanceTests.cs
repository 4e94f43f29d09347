using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Counting what waits and what was given up.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class DeliveryBacklogConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly Invitation _invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task A_channel_without_messages_has_no_backlog()
    {
        Assert.Equal(new() { Channel = _channel, Waiting = 0, Failed = 0 }, Assert.Single(await ReadAsync()));
    }

    [Fact]
    public async Task What_is_due_waits_leased_or_not_and_the_oldest_is_the_longest_due()
    {
        var oldest = Now.AddHours(-3).AddMicroseconds(1);
        await QueueAsync(it => it with { DueAt = oldest, LeasedUntil = Now.AddMinutes(1) });
        await QueueAsync(it => it with { DueAt = Now.AddHours(-1), CreatedAt = Now.AddDays(-9) });
        await QueueAsync(it => it with { DueAt = Now });
        await QueueAsync(it => it with { DueAt = Now.AddMicroseconds(1) });
        await QueueAsync(it => it with { DueAt = Now.AddDays(-1), Status = DeliveryStatus.Sent, EndedAt = Now });
        await QueueAsync(it => it with { DueAt = Now.AddDays(-1), Status = DeliveryStatus.Cancelled, EndedAt = Now });
        await QueueAsync(it => it with { DueAt = Now.AddDays(-1), Channel = _channel.ToUpperInvariant() });

        Assert.Equal(new() { Channel = _channel, Waiting = 3, OldestDueAt = oldest, Failed = 0 }, Assert.Single(await ReadAsync()));
    }

    [Fact]
    public async Task What_was_given_up_counts_from_an_instant_on()
    {
        await QueueAsync(it => it with { Status = DeliveryStatus.Failed, EndedAt = Now.AddDays(-1) });
        await QueueAsync(it => it with { Status = DeliveryStatus.Failed, EndedAt = Now });
        await QueueAsync(it => it with { Status = DeliveryStatus.Failed, EndedAt = Now.AddDays(-1).AddMicroseconds(-1) });

        Assert.Equal(2, Assert.Single(await ReadAsync()).Failed);
    }

    [Fact]
    public async Task It_is_counted_up_to_a_bound()
    {
        for (var number = 0; number < 5; number++)
        {
            await QueueAsync(it => it);
            await QueueAsync(it => it with { Status = DeliveryStatus.Failed, EndedAt = Now });
        }

        var read = Assert.Single(await ReadAsync(it => it with { CountUpTo = 3 }));
        Assert.Equal((3, 3), (read.Waiting, read.Failed));
    }

    [Fact]
    public async Task Every_channel_that_is_asked_about_is_answered()
    {
        var other = SampleInvitations.NewText("channel");
        await QueueAsync(it => it with { Channel = other });

        var read = await ReadAsync(it => it with { Channels = [_channel, other] });

        Assert.Equal([(other, 1), (_channel, 0)], read.Select(it => (it.Channel, it.Waiting)).OrderByDescending(it => it.Waiting));
        Assert.Empty(await ReadAsync(it => it with { Channels = [] }));
    }

    private async Task<IReadOnlyList<ChannelBacklog>> ReadAsync(Func<BacklogQuery, BacklogQuery>? vary = null)
    {
        var query = new BacklogQuery { Channels = [_channel], Now = Now, FailedSince = Now.AddDays(-1), CountUpTo = 1_000 };
        await using var session = await OpenAsync();
        return await session.Deliveries.ReadBacklogAsync(vary?.Invoke(query) ?? query, Cancellation);
    }

    private async Task QueueAsync(Func<Delivery, Delivery> vary)
    {
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([vary(SampleDeliveries.Waiting(_invitation, _channel))], Cancellation);
    }
}
