using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Reporting what became of many deliveries at once, and looking up what belongs to them across tenants.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class DeliveryReportConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task Each_delivery_gets_its_own_outcome()
    {
        await using var session = await OpenAsync();
        var claimed = await ClaimAsync(session, 4);
        DeliveryReport[] reports =
        [
            SampleDeliveries.Sent(claimed[0]) with { ProviderMessageId = "m-0" },
            SampleDeliveries.Sent(claimed[1]) with { Status = DeliveryStatus.Failed, ProviderMessageId = null, Error = "550" },
            SampleDeliveries.Sent(claimed[2]) with { Status = DeliveryStatus.Waiting, ProviderMessageId = null, Error = "421", DueAt = Now.AddHours(1) },
            SampleDeliveries.Sent(claimed[3]) with { Status = DeliveryStatus.Cancelled, ProviderMessageId = null },
        ];

        var written = await session.Deliveries.ReportAsync(reports, Cancellation);

        Assert.Equal(claimed.Select(it => it.Id).Order(), written.Order());
        var at = Now.AddSeconds(1);
        Fields.AreEqual(claimed[0] with { Status = DeliveryStatus.Sent, EndedAt = at, LeasedUntil = null, ProviderMessageId = "m-0" }, await StoredAsync(session, claimed[0]));
        Fields.AreEqual(claimed[1] with { Status = DeliveryStatus.Failed, EndedAt = at, LeasedUntil = null, LastError = "550" }, await StoredAsync(session, claimed[1]));
        Fields.AreEqual(claimed[2] with { DueAt = Now.AddHours(1), LeasedUntil = null, LastError = "421" }, await StoredAsync(session, claimed[2]));
        Fields.AreEqual(claimed[3] with { Status = DeliveryStatus.Cancelled, EndedAt = at, LeasedUntil = null }, await StoredAsync(session, claimed[3]));
    }

    [Fact]
    public async Task What_was_lost_or_cancelled_does_not_keep_the_others_from_being_written()
    {
        await using var session = await OpenAsync();
        var claimed = await ClaimAsync(session, 3);
        await session.Deliveries.CancelAsync(claimed[0].Tenant, [claimed[0].InvitationId], Now, Cancellation);
        var unknown = SampleDeliveries.Waiting(SampleInvitations.Pending(SampleInvitations.NewTenant()), _channel);

        var written = await session.Deliveries.ReportAsync(
            [
                SampleDeliveries.Sent(claimed[0]),
                SampleDeliveries.Sent(claimed[1]) with { Fence = claimed[1].Fence - 1 },
                SampleDeliveries.Sent(unknown),
                SampleDeliveries.Sent(claimed[2]),
            ],
            Cancellation);

        Assert.Equal([claimed[2].Id], written);
        Assert.Equal(DeliveryStatus.Cancelled, (await StoredAsync(session, claimed[0])).Status);
        Fields.AreEqual(claimed[1], await StoredAsync(session, claimed[1]));
        Assert.Equal(DeliveryStatus.Sent, (await StoredAsync(session, claimed[2])).Status);
        Assert.Empty(await session.Deliveries.ReportAsync([], Cancellation));
    }

    [Fact]
    public async Task What_was_not_tried_is_given_back_with_all_its_attempts()
    {
        await using var session = await OpenAsync();
        var claimed = Assert.Single(await ClaimAsync(session, 1));
        var report = SampleDeliveries.Sent(claimed) with { Status = DeliveryStatus.Waiting, IsUntried = true, ProviderMessageId = null };

        Assert.Single(await session.Deliveries.ReportAsync([report], Cancellation));

        Fields.AreEqual(claimed with { Attempts = 0, LeasedUntil = null }, await StoredAsync(session, claimed));
        var again = Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation));
        Assert.Equal((1, claimed.Fence + 1), (again.Attempts, again.Fence));
        Assert.Empty(await session.Deliveries.ReportAsync([report], Cancellation));
    }

    [Fact]
    public async Task Hundreds_are_written_at_once()
    {
        await using var session = await OpenAsync();
        var claimed = await ClaimAsync(session, 700);

        var written = await session.Deliveries.ReportAsync([.. claimed.Select(SampleDeliveries.Sent)], Cancellation);

        Assert.Equal(claimed.Select(it => it.Id).Order(), written.Order());
        Assert.Empty(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel) with { Now = Now.AddYears(1) }, Cancellation));
    }

    [Fact]
    public async Task The_invitations_of_deliveries_are_found_in_their_tenants()
    {
        var (one, two) = (SampleInvitations.Pending(SampleInvitations.NewTenant()), SampleInvitations.Pending(SampleInvitations.NewTenant()));
        await AddAsync(one);
        await AddAsync(two);
        var foreign = SampleDeliveries.Waiting(one, _channel) with { Tenant = two.Tenant };
        var unknown = SampleDeliveries.Waiting(SampleInvitations.Pending(one.Tenant), _channel);
        await using var session = await OpenAsync();

        var found = await session.Deliveries.FindInvitationsAsync(
            [SampleDeliveries.Waiting(one, _channel), SampleDeliveries.Waiting(one, _channel), SampleDeliveries.Waiting(two, _channel), unknown], Cancellation);

        Assert.Equal(new[] { one.Id, two.Id }.Order(), found.Select(it => it.Id).Order());
        Fields.AreEqual(one, found.Single(it => it.Id == one.Id));
        Assert.Empty(await session.Deliveries.FindInvitationsAsync([foreign], Cancellation));
        Assert.Empty(await session.Deliveries.FindInvitationsAsync([], Cancellation));
    }

    [Fact]
    public async Task The_deliveries_of_many_invitations_are_listed_in_their_tenants()
    {
        var (one, two) = (SampleInvitations.Pending(SampleInvitations.NewTenant()), SampleInvitations.Pending(SampleInvitations.NewTenant()));
        Delivery[] queued = [SampleDeliveries.Waiting(one, _channel), SampleDeliveries.Full(one), SampleDeliveries.Waiting(two, _channel)];
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([.. queued, SampleDeliveries.Waiting(SampleInvitations.Pending(one.Tenant), _channel)], Cancellation);

        var listed = await session.Deliveries.ListOfManyAsync([new(one.Tenant, one.Id), new(two.Tenant, two.Id), new(one.Tenant, Guid.NewGuid())], Cancellation);

        Assert.Equal(queued.Select(it => it.Id).Order(), listed.Select(it => it.Id).Order());
        Fields.AreEqual(queued[1], listed.Single(it => it.Id == queued[1].Id));
        Assert.Empty(await session.Deliveries.ListOfManyAsync([new(two.Tenant, one.Id)], Cancellation));
        Assert.Empty(await session.Deliveries.ListOfManyAsync([], Cancellation));
    }

    [Fact]
    public async Task Of_a_cancellation_and_many_reports_at_once_each_delivery_has_one_end()
    {
        await using var race = await Race.OpenAsync(Fixture, 8, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
            var channel = SampleInvitations.NewText("channel");
            await using var session = await OpenAsync();
            await session.Deliveries.AddAsync([.. Enumerable.Range(0, 40).Select(_ => SampleDeliveries.Waiting(invitation, channel))], Cancellation);
            var claimed = await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(channel), Cancellation);
            DeliveryReport[] reports = [.. claimed.Select(SampleDeliveries.Sent)];

            var counts = await race.RunAsync(async (racer, number) => number == 0
                ? await racer.Deliveries.CancelAsync(invitation.Tenant, [invitation.Id], Now, Cancellation)
                : (await racer.Deliveries.ReportAsync(reports, Cancellation)).Count);

            Assert.Equal(40, counts.Sum());
            var stored = await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation);
            Assert.Equal(counts[0], stored.Count(it => it.Status is DeliveryStatus.Cancelled));
            Assert.Equal(40 - counts[0], stored.Count(it => it.Status is DeliveryStatus.Sent));
        }
    }

    /// <summary>Claims deliveries of as many invitations in two tenants.</summary>
    private async Task<IReadOnlyList<Delivery>> ClaimAsync(StoreSession session, int count)
    {
        var tenants = new[] { SampleInvitations.NewTenant(), SampleInvitations.NewTenant() };
        await session.Deliveries.AddAsync(
            [.. Enumerable.Range(0, count).Select(number => SampleDeliveries.Waiting(SampleInvitations.Pending(tenants[number % 2]), _channel))], Cancellation);
        var claimed = await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel, count), Cancellation);
        Assert.Equal(count, claimed.Count);
        return claimed;
    }

    private static async Task<Delivery> StoredAsync(StoreSession session, Delivery delivery) =>
        Assert.Single(await session.Deliveries.ListAsync(delivery.Tenant, delivery.InvitationId, Cancellation));

    private async Task AddAsync(Invitation invitation)
    {
        await using var session = await OpenAsync();
        Assert.Empty(await session.Invitations.AddAsync([invitation], Cancellation));
    }
}
