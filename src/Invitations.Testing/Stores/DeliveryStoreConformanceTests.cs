namespace Invitations.Testing;

/// <summary>Queueing, listing and cancelling deliveries.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class DeliveryStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly Invitation _invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task Every_field_of_a_delivery_comes_back()
    {
        var delivery = SampleDeliveries.Full(_invitation);
        Assert.Empty(Fields.Unset(delivery));

        await QueueAsync(delivery);

        Fields.AreEqual(delivery, Assert.Single(await ListAsync(_invitation)));
    }

    [Fact]
    public async Task A_waiting_delivery_comes_back()
    {
        var delivery = SampleDeliveries.Waiting(_invitation, _channel);

        await QueueAsync(delivery);

        Fields.AreEqual(delivery, Assert.Single(await ListAsync(_invitation)));
    }

    [Fact]
    public async Task The_deliveries_of_an_invitation_are_listed_oldest_first()
    {
        var deliveries = Enumerable.Range(0, 5)
            .Select(number => SampleDeliveries.Waiting(_invitation, _channel) with { CreatedAt = SampleInvitations.Now.AddMicroseconds(number) })
            .ToList();
        var sibling = SampleInvitations.Pending(_invitation.Tenant);

        await QueueAsync(deliveries[3], deliveries[1], SampleDeliveries.Waiting(sibling, _channel));
        await QueueAsync(deliveries[4], deliveries[0], deliveries[2]);

        Assert.Equal(deliveries.Select(it => it.Id), (await ListAsync(_invitation)).Select(it => it.Id));
        Assert.Single(await ListAsync(sibling));
        Assert.Empty(await ListAsync(SampleInvitations.Pending(_invitation.Tenant)));
    }

    [Fact]
    public async Task The_deliveries_of_another_tenant_are_not_listed()
    {
        await QueueAsync(SampleDeliveries.Waiting(_invitation, _channel));

        Assert.Empty(await ListAsync(_invitation with { Tenant = SampleInvitations.NewTenant() }));
        Assert.Empty(await ListAsync(_invitation with { Tenant = new(_invitation.Tenant.Value.ToUpperInvariant()) }));
    }

    [Fact]
    public async Task An_id_that_exists_is_queued_no_second_time()
    {
        var delivery = SampleDeliveries.Waiting(_invitation, _channel);
        await QueueAsync(delivery);

        await Assert.ThrowsAnyAsync<Exception>(() => QueueAsync(delivery with { SecretVersion = 9 }));

        Fields.AreEqual(delivery, Assert.Single(await ListAsync(_invitation)));
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_deliveries_of_the_invitations_and_no_others()
    {
        var (second, third) = (SampleInvitations.Pending(_invitation.Tenant), SampleInvitations.Pending(_invitation.Tenant));
        var sent = SampleDeliveries.Waiting(_invitation, _channel) with { Status = DeliveryStatus.Sent, EndedAt = SampleInvitations.Now };
        var later = SampleDeliveries.Waiting(_invitation, _channel) with { DueAt = SampleInvitations.Now.AddDays(3) };
        await QueueAsync(SampleDeliveries.Waiting(_invitation, _channel), later, sent, SampleDeliveries.Waiting(second, _channel));
        await QueueAsync(SampleDeliveries.Waiting(third, _channel));
        var at = SampleInvitations.Now.AddHours(1);
        await using var session = await OpenAsync();

        var cancelled = await session.Deliveries.CancelAsync(
            _invitation.Tenant, [_invitation.Id, second.Id, second.Id, Guid.NewGuid()], at, Cancellation);

        Assert.Equal(3, cancelled);
        Fields.AreEqual(sent, Assert.Single(await ListAsync(_invitation), it => it.Id == sent.Id));
        Assert.All(
            [.. (await ListAsync(_invitation)).Where(it => it.Id != sent.Id), .. await ListAsync(second)],
            it => Assert.Equal((DeliveryStatus.Cancelled, at, null), (it.Status, it.EndedAt, it.LeasedUntil)));
        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(await ListAsync(third)).Status);
        Assert.Equal(0, await session.Deliveries.CancelAsync(_invitation.Tenant, [_invitation.Id], at, Cancellation));
        Assert.Equal(0, await session.Deliveries.CancelAsync(_invitation.Tenant, [], at, Cancellation));
    }

    [Fact]
    public async Task Cancelling_does_nothing_in_another_tenant()
    {
        await QueueAsync(SampleDeliveries.Waiting(_invitation, _channel));
        await using var session = await OpenAsync();

        Assert.Equal(0, await session.Deliveries.CancelAsync(SampleInvitations.NewTenant(), [_invitation.Id], SampleInvitations.Now, Cancellation));

        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(await ListAsync(_invitation)).Status);
    }

    [Fact]
    public async Task A_cancelled_delivery_is_not_claimed()
    {
        await QueueAsync(SampleDeliveries.Waiting(_invitation, _channel));
        await using var session = await OpenAsync();
        await session.Deliveries.CancelAsync(_invitation.Tenant, [_invitation.Id], SampleInvitations.Now, Cancellation);

        Assert.Empty(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation));
    }

    [Fact]
    public async Task Cancelling_beats_the_worker_that_holds_the_delivery()
    {
        await QueueAsync(SampleDeliveries.Waiting(_invitation, _channel));
        await using var session = await OpenAsync();
        var claimed = Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation));
        Assert.Equal(1, await session.Deliveries.CancelAsync(_invitation.Tenant, [_invitation.Id], SampleInvitations.Now, Cancellation));
        var cancelled = Assert.Single(await ListAsync(_invitation));

        Assert.Empty(await session.Deliveries.ReportAsync([SampleDeliveries.Sent(claimed)], Cancellation));
        Assert.Empty(await session.Deliveries.ReportAsync([SampleDeliveries.Sent(claimed) with { Status = DeliveryStatus.Waiting }], Cancellation));

        Fields.AreEqual(cancelled, Assert.Single(await ListAsync(_invitation)));
        Assert.Equal(DeliveryStatus.Cancelled, cancelled.Status);
    }

    private async Task QueueAsync(params Delivery[] deliveries)
    {
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync(deliveries, Cancellation);
    }

    private async Task<IReadOnlyList<Delivery>> ListAsync(Invitation invitation)
    {
        await using var session = await OpenAsync();
        return await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation);
    }
}
