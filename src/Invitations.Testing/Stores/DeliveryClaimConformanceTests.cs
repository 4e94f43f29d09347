using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Claiming deliveries and reporting what became of them: leases, fences and due times.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class DeliveryClaimConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly Invitation _invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task A_claim_leases_the_delivery_and_counts_the_attempt_and_the_fence()
    {
        var delivery = await QueueAsync();

        var claimed = Assert.Single(await ClaimAsync());

        var expected = delivery with { Attempts = 1, Fence = 1, LeasedUntil = Now.AddMinutes(5) };
        Fields.AreEqual(expected, claimed);
        Fields.AreEqual(expected, await StoredAsync(delivery));
    }

    [Fact]
    public async Task What_is_leased_is_not_claimed_until_the_lease_has_run_out()
    {
        await QueueAsync();
        await ClaimAsync();

        Assert.Empty(await ClaimAsync(it => it with { Now = Now.AddMinutes(5).AddMicroseconds(-1) }));
        var again = Assert.Single(await ClaimAsync(it => it with { Now = Now.AddMinutes(5) }));

        Assert.Equal((2, 2L, Now.AddMinutes(10)), (again.Attempts, again.Fence, again.LeasedUntil));
    }

    [Fact]
    public async Task Only_what_is_due_is_claimed_the_longest_due_first()
    {
        var last = await QueueAsync(it => it with { DueAt = Now });
        var first = await QueueAsync(it => it with { DueAt = Now.AddDays(-2) });
        var second = await QueueAsync(it => it with { DueAt = Now.AddDays(-1) });
        var future = await QueueAsync(it => it with { DueAt = Now.AddMicroseconds(1) });

        Assert.Equal([first.Id, second.Id], (await ClaimAsync(it => it with { Take = 2 })).Select(it => it.Id));
        Assert.Equal([last.Id], (await ClaimAsync()).Select(it => it.Id));
        Assert.Equal([future.Id], (await ClaimAsync(it => it with { Now = Now.AddMicroseconds(1) })).Select(it => it.Id));
    }

    [Fact]
    public async Task What_a_dead_worker_held_comes_first_where_it_is_due_longer()
    {
        var abandoned = await QueueAsync(it => it with { DueAt = Now.AddHours(-1) });
        await ClaimAsync();
        var fresh = await QueueAsync(it => it with { DueAt = Now });

        var claimed = await ClaimAsync(it => it with { Now = Now.AddHours(1) });

        Assert.Equal([abandoned.Id, fresh.Id], claimed.Select(it => it.Id));
    }

    [Theory]
    [InlineData(DeliveryStatus.Sent)]
    [InlineData(DeliveryStatus.Failed)]
    [InlineData(DeliveryStatus.Cancelled)]
    public async Task What_has_ended_is_never_claimed(DeliveryStatus status)
    {
        await QueueAsync(it => it with { Status = status });
        await QueueAsync();
        var claimed = Assert.Single(await ClaimAsync());
        Assert.True(await ReportAsync(SampleDeliveries.Sent(claimed) with { Status = status }));

        Assert.Empty(await ClaimAsync(it => it with { Now = Now.AddYears(1) }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_claim_of_none_claims_none(int take)
    {
        await QueueAsync();

        Assert.Empty(await ClaimAsync(it => it with { Take = take }));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task A_worker_claims_its_channels_alone_and_every_channel_where_it_names_none()
    {
        // So long ago that nothing of other tests is due.
        var longAgo = new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (other, third) = (SampleInvitations.NewText("channel"), SampleInvitations.NewText("channel"));
        var one = await QueueAsync(it => it with { DueAt = longAgo });
        var two = await QueueAsync(it => it with { DueAt = longAgo, Channel = other });
        var three = await QueueAsync(it => it with { DueAt = longAgo, Channel = third });
        await QueueAsync(it => it with { DueAt = longAgo, Channel = third.ToUpperInvariant(), Status = DeliveryStatus.Sent });

        Assert.Empty(await ClaimAsync(it => it with { Now = longAgo, Channels = [_channel.ToUpperInvariant(), "none"] }));
        Assert.Equal(Ids(one, two), Ids(await ClaimAsync(it => it with { Now = longAgo, Channels = [_channel, other] })));
        var all = await ClaimAsync(it => it with { Now = longAgo, Channels = [], Take = 10_000 });
        Assert.Contains(three.Id, all.Select(it => it.Id));
        Assert.DoesNotContain(all, it => it.Id == one.Id || it.Id == two.Id);
        Assert.True(await ReportAsync(SampleDeliveries.Sent(all.Single(it => it.Id == three.Id))));
    }

    [Fact]
    public async Task A_report_ends_the_delivery_and_its_lease()
    {
        var delivery = await QueueAsync();
        var claimed = Assert.Single(await ClaimAsync());

        Assert.True(await ReportAsync(new()
        {
            Id = claimed.Id,
            Fence = claimed.Fence,
            Status = DeliveryStatus.Failed,
            At = Now.AddMicroseconds(7),
            DueAt = Now.AddYears(1),
            ProviderMessageId = "m-1",
            Error = "550 no such mailbox",
        }));

        var expected = claimed with
        {
            Status = DeliveryStatus.Failed,
            LeasedUntil = null,
            EndedAt = Now.AddMicroseconds(7),
            ProviderMessageId = "m-1",
            LastError = "550 no such mailbox",
        };
        Fields.AreEqual(expected, await StoredAsync(delivery));
        Assert.False(await ReportAsync(SampleDeliveries.Sent(claimed)));
        Fields.AreEqual(expected, await StoredAsync(delivery));
    }

    [Fact]
    public async Task What_is_given_back_is_claimed_again_when_it_is_due()
    {
        var delivery = await QueueAsync();
        var claimed = Assert.Single(await ClaimAsync());
        var due = Now.AddMinutes(1);

        Assert.True(await ReportAsync(SampleDeliveries.Sent(claimed) with
        {
            Status = DeliveryStatus.Waiting,
            DueAt = due,
            ProviderMessageId = null,
            Error = "421 later",
        }));

        Fields.AreEqual(claimed with { LeasedUntil = null, DueAt = due, LastError = "421 later" }, await StoredAsync(delivery));
        Assert.Empty(await ClaimAsync(it => it with { Now = due.AddMicroseconds(-1) }));
        var again = Assert.Single(await ClaimAsync(it => it with { Now = due }));
        Assert.Equal((2, 2L), (again.Attempts, again.Fence));
        Assert.True(await ReportAsync(SampleDeliveries.Sent(again)));
        Assert.Null((await StoredAsync(delivery)).LastError);
    }

    [Fact]
    public async Task What_is_given_back_without_a_due_time_is_due_as_before()
    {
        var delivery = await QueueAsync(it => it with { DueAt = Now.AddHours(-1) });
        var claimed = Assert.Single(await ClaimAsync());

        Assert.True(await ReportAsync(SampleDeliveries.Sent(claimed) with { Status = DeliveryStatus.Waiting }));

        Assert.Equal(Now.AddHours(-1), (await StoredAsync(delivery)).DueAt);
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_writes_nothing_over_its_successor()
    {
        var delivery = await QueueAsync();
        var frozen = Assert.Single(await ClaimAsync());
        var successor = Assert.Single(await ClaimAsync(it => it with { Now = Now.AddHours(1) }));

        Assert.False(await ReportAsync(SampleDeliveries.Sent(frozen)));
        Assert.False(await ReportAsync(SampleDeliveries.Sent(frozen) with { Status = DeliveryStatus.Waiting, DueAt = Now }));
        Fields.AreEqual(successor, await StoredAsync(delivery));

        Assert.True(await ReportAsync(SampleDeliveries.Sent(successor) with { ProviderMessageId = "successor" }));
        Assert.False(await ReportAsync(SampleDeliveries.Sent(frozen)));
        Assert.Equal("successor", (await StoredAsync(delivery)).ProviderMessageId);
    }

    [Fact]
    public async Task A_report_after_the_lease_counts_as_long_as_nobody_else_has_claimed()
    {
        await QueueAsync();
        var slow = Assert.Single(await ClaimAsync());

        Assert.True(await ReportAsync(SampleDeliveries.Sent(slow) with { At = Now.AddDays(1) }));

        Assert.Empty(await ClaimAsync(it => it with { Now = Now.AddDays(2) }));
    }

    [Fact]
    public async Task A_report_on_what_does_not_exist_writes_nothing()
    {
        Assert.False(await ReportAsync(SampleDeliveries.Sent(SampleDeliveries.Waiting(_invitation, _channel))));
    }

    [Fact]
    public async Task No_two_workers_claim_the_same_delivery()
    {
        const int Deliveries = 300;
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var channel = SampleInvitations.NewText("channel");
            var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
            await using var session = await OpenAsync();
            await session.Deliveries.AddAsync(
                [.. Enumerable.Range(0, Deliveries).Select(_ => SampleDeliveries.Waiting(invitation, channel))], Cancellation);

            var claims = await race.RunAsync(async (worker, _) =>
            {
                var mine = new List<Delivery>();
                while (await worker.Deliveries.ClaimAsync(SampleDeliveries.Claim(channel, take: 7), Cancellation) is { Count: > 0 } claimed)
                    mine.AddRange(claimed);
                return mine;
            });

            Assert.Equal(Deliveries, claims.Sum(mine => mine.Count));
            Assert.Distinct(claims.SelectMany(mine => mine).Select(it => it.Id));
            var stored = await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation);
            Assert.All(stored, it => Assert.Equal((1, 1L), (it.Attempts, it.Fence)));
        }
    }

    private static IEnumerable<Guid> Ids(params IReadOnlyList<Delivery> deliveries) => deliveries.Select(it => it.Id).Order();

    private async Task<Delivery> QueueAsync(Func<Delivery, Delivery>? vary = null)
    {
        var delivery = SampleDeliveries.Waiting(_invitation, _channel);
        delivery = vary?.Invoke(delivery) ?? delivery;
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([delivery], Cancellation);
        return delivery;
    }

    private async Task<IReadOnlyList<Delivery>> ClaimAsync(Func<DeliveryClaim, DeliveryClaim>? vary = null)
    {
        var claim = SampleDeliveries.Claim(_channel);
        await using var worker = await OpenAsync();
        return await worker.Deliveries.ClaimAsync(vary?.Invoke(claim) ?? claim, Cancellation);
    }

    private async Task<bool> ReportAsync(DeliveryReport report)
    {
        await using var worker = await OpenAsync();
        return (await worker.Deliveries.ReportAsync([report], Cancellation)).Contains(report.Id);
    }

    private async Task<Delivery> StoredAsync(Delivery delivery)
    {
        await using var session = await OpenAsync();
        return Assert.Single(await session.Deliveries.ListAsync(delivery.Tenant, delivery.InvitationId, Cancellation), it => it.Id == delivery.Id);
    }
}
