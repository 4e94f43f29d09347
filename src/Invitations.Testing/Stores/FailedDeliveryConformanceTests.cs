using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Listing the messages that were given up, and queueing them again.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class FailedDeliveryConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly TenantId _tenant = SampleInvitations.NewTenant();
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task Failed_messages_are_listed_page_by_page_the_longest_failed_first()
    {
        var failed = new List<Delivery>();
        for (var number = 0; number < 5; number++)
            failed.Add(await FailAsync(it => it with { EndedAt = Now.AddMinutes(-(number / 2)) }));
        var expected = failed.OrderBy(it => it.EndedAt).ToList();
        await using var session = await OpenAsync();

        var all = await session.Deliveries.ListFailedAsync(Query(), null, Cancellation);
        Assert.Equal(expected.Select(it => it.EndedAt), all.Select(it => it.EndedAt));
        Fields.AreEqual(failed.Single(it => it.Id == all[0].Id), all[0]);
        var paged = new List<Guid>();
        DeliveryKeyset? after = null;
        while (await session.Deliveries.ListFailedAsync(Query() with { Take = 2 }, after, Cancellation) is { Count: > 0 } page)
        {
            paged.AddRange(page.Select(it => it.Id));
            after = new(page[^1].EndedAt!.Value, page[^1].Id);
        }

        Assert.Equal(all.Select(it => it.Id), paged);
        Assert.Empty(await session.Deliveries.ListFailedAsync(Query() with { Take = 0 }, null, Cancellation));
    }

    [Fact]
    public async Task A_message_that_is_queued_again_has_all_its_attempts_before_it_and_keeps_its_fence()
    {
        var failed = await FailAsync();
        await using var session = await OpenAsync();

        Assert.Equal(1, await session.Deliveries.RequeueFailedAsync(Query(), Cancellation));

        var queued = Assert.Single(await session.Deliveries.ListAsync(_tenant, failed.InvitationId, Cancellation));
        Fields.AreEqual(
            failed with { Status = DeliveryStatus.Waiting, DueAt = Now, Attempts = 0, LeasedUntil = null, EndedAt = null, LastError = null }, queued);
        var claimed = Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation));
        Assert.Equal((1, failed.Fence + 1), (claimed.Attempts, claimed.Fence));
        Assert.Equal(0, await session.Deliveries.RequeueFailedAsync(Query(), Cancellation));
    }

    [Fact]
    public async Task Only_what_is_meant_is_listed_and_queued()
    {
        var meant = await FailAsync();
        await FailAsync(it => it with { Channel = SampleInvitations.NewText("other") });
        await FailAsync(it => it with { EndedAt = Now.AddDays(-2) });
        await FailAsync(it => it with { EndedAt = Now.AddMicroseconds(1) });
        await FailAsync(it => it with { Status = DeliveryStatus.Sent });
        await FailAsync(it => it with { Status = DeliveryStatus.Cancelled });
        await FailAsync(it => it with { Status = DeliveryStatus.Waiting, EndedAt = null, LeasedUntil = Now.AddYears(1) });
        await FailAsync(of: SampleInvitations.Pending(SampleInvitations.NewTenant()));
        var query = Query() with { Channel = _channel, Since = meant.EndedAt, Until = Now };

        await AssertMeantAsync(query, meant);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_neither_listed_nor_queued()
    {
        var meant = await FailAsync();
        await FailAsync(of: SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Revoked, EndedAt = Now });
        await FailAsync(of: SampleInvitations.Pending(_tenant) with { ExpiresAt = Now });
        await FailAsync(it => it with { SecretVersion = 1 }, SampleInvitations.Pending(_tenant) with { SecretVersion = 2 });
        await using (var session = await OpenAsync())
        {
            var orphan = SampleDeliveries.Waiting(SampleInvitations.Pending(_tenant), _channel);
            await session.Deliveries.AddAsync([orphan with { Status = DeliveryStatus.Failed, EndedAt = Now }], Cancellation);
        }

        await AssertMeantAsync(Query(), meant);
    }

    [Fact]
    public async Task A_notice_of_an_acceptance_is_wanted_as_long_as_it_is_known_who_accepted()
    {
        var accepted = SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Accepted, EndedAt = Now };
        var meant = await FailAsync(it => it with { Purpose = DeliveryPurpose.Accepted }, accepted);
        await FailAsync(it => it with { Purpose = DeliveryPurpose.Accepted }, (accepted with { Id = Guid.NewGuid() }).Anonymized(Now));
        await FailAsync(it => it with { Purpose = DeliveryPurpose.DeliveryFailed }, accepted with { Id = Guid.NewGuid() });
        await FailAsync(it => it with { Purpose = DeliveryPurpose.Accepted });

        await AssertMeantAsync(Query(), meant);
    }

    [Fact]
    public async Task Without_a_tenant_those_of_all_tenants_are_meant()
    {
        await FailAsync();
        await FailAsync(of: SampleInvitations.Pending(SampleInvitations.NewTenant()));
        await using var session = await OpenAsync();

        Assert.Equal(2, await session.Deliveries.RequeueFailedAsync(Query() with { Tenant = null, Channel = _channel }, Cancellation));
    }

    [Fact]
    public async Task Of_many_who_queue_again_each_message_is_queued_by_one()
    {
        await using var race = await Race.OpenAsync(Fixture, 20, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = SampleInvitations.Pending(_tenant);
            await AddAsync(invitation);
            await using var session = await OpenAsync();
            await session.Deliveries.AddAsync([.. Enumerable.Range(0, 50).Select(_ => Failed(invitation))], Cancellation);

            var queued = await race.RunAsync((racer, _) => racer.Deliveries.RequeueFailedAsync(Query() with { Take = 5 }, Cancellation));
            var rest = 0;
            while (await session.Deliveries.RequeueFailedAsync(Query(), Cancellation) is > 0 and var more)
                rest += more;

            Assert.All(queued, count => Assert.InRange(count, 0, 5));
            Assert.Equal(50, queued.Sum() + rest);
        }
    }

    private async Task AssertMeantAsync(FailedDeliveryQuery query, Delivery meant)
    {
        await using var session = await OpenAsync();
        Assert.Equal([meant.Id], (await session.Deliveries.ListFailedAsync(query, null, Cancellation)).Select(it => it.Id));
        Assert.Equal(1, await session.Deliveries.RequeueFailedAsync(query, Cancellation));
        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(await session.Deliveries.ListAsync(_tenant, meant.InvitationId, Cancellation)).Status);
    }

    private async Task<Delivery> FailAsync(Func<Delivery, Delivery>? change = null, Invitation? of = null)
    {
        var invitation = of ?? SampleInvitations.Pending(_tenant);
        await AddAsync(invitation);
        var delivery = change is null ? Failed(invitation) : change(Failed(invitation));
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([delivery], Cancellation);
        return delivery;
    }

    private Delivery Failed(Invitation invitation) => SampleDeliveries.Waiting(invitation, _channel) with
    {
        Status = DeliveryStatus.Failed,
        DueAt = Now.AddDays(-1),
        EndedAt = Now.AddHours(-1),
        Attempts = 18,
        Fence = 18,
        LastError = "421",
    };

    private FailedDeliveryQuery Query() => new() { Tenant = _tenant, Now = Now, Take = 100 };
}
