using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>What providers say about messages that they took: late, twice, in any order.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class DeliveryReceiptConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Later = SampleInvitations.Now.AddMinutes(3);

    private readonly Invitation _invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task A_delivery_is_found_by_its_id_and_by_what_the_provider_calls_it()
    {
        var sent = await AddAsync(Sent() with { ProviderMessageId = "SM-Ä1" });
        await using var session = await OpenAsync();

        Fields.AreEqual(sent, (await session.Receipts.FindAsync(sent.Id, Cancellation))!);
        Fields.AreEqual(sent, (await session.Receipts.FindAsync(_channel, "SM-Ä1", Cancellation))!);
        Assert.Null(await session.Receipts.FindAsync(Guid.NewGuid(), Cancellation));
        Assert.Null(await session.Receipts.FindAsync(_channel, "sm-ä1", Cancellation));
        Assert.Null(await session.Receipts.FindAsync(SampleInvitations.NewText("other"), "SM-Ä1", Cancellation));
    }

    [Fact]
    public async Task Of_two_that_a_provider_calls_alike_the_latest_made_is_found()
    {
        await AddAsync(Sent() with { CreatedAt = SampleInvitations.Now.AddMinutes(-1) });
        var latest = await AddAsync(Sent());
        await AddAsync(Sent() with { CreatedAt = SampleInvitations.Now.AddMinutes(-2) });
        await using var session = await OpenAsync();

        Assert.Equal(latest.Id, (await session.Receipts.FindAsync(_channel, "message-1", Cancellation))?.Id);
    }

    [Theory]
    [InlineData(ProviderReportKind.Delivered)]
    [InlineData(ProviderReportKind.Opened)]
    [InlineData(ProviderReportKind.Complained)]
    public async Task What_is_no_bounce_is_noted_and_changes_nothing_else(ProviderReportKind kind)
    {
        var sent = await AddAsync(Sent());

        Assert.True(await RecordAsync(sent, kind));

        Fields.AreEqual(sent with { Reported = kind, ReportedAt = Later }, await ReadAsync(sent));
    }

    [Theory]
    [InlineData(ProviderReportKind.SoftBounced)]
    [InlineData(ProviderReportKind.HardBounced)]
    public async Task A_bounce_makes_the_delivery_failed_with_its_reason(ProviderReportKind kind)
    {
        var sent = await AddAsync(Sent());

        Assert.True(await RecordAsync(sent, kind, "Bounced: 5.1.1"));

        Fields.AreEqual(
            sent with { Status = DeliveryStatus.Failed, EndedAt = Later, LastError = "Bounced: 5.1.1", Reported = kind, ReportedAt = Later },
            await ReadAsync(sent));
    }

    [Fact]
    public async Task In_whatever_order_reports_come_the_weightiest_stays()
    {
        var sent = await AddAsync(Sent());

        Assert.True(await RecordAsync(sent, ProviderReportKind.Opened));
        Assert.False(await RecordAsync(sent, ProviderReportKind.Delivered));
        Assert.False(await RecordAsync(sent, ProviderReportKind.Opened));
        Assert.True(await RecordAsync(sent, ProviderReportKind.SoftBounced, "soft"));
        Assert.True(await RecordAsync(sent, ProviderReportKind.HardBounced, "hard"));
        Assert.False(await RecordAsync(sent, ProviderReportKind.SoftBounced, "soft"));

        var stored = await ReadAsync(sent);
        Assert.Equal((DeliveryStatus.Failed, "hard", ProviderReportKind.HardBounced), (stored.Status, stored.LastError, stored.Reported));
    }

    [Theory]
    [InlineData(DeliveryStatus.Waiting)]
    [InlineData(DeliveryStatus.Cancelled)]
    [InlineData(DeliveryStatus.Failed)]
    public async Task What_was_never_sent_is_not_reported_on(DeliveryStatus status)
    {
        var delivery = await AddAsync(Sent() with { Status = status, EndedAt = status is DeliveryStatus.Waiting ? null : SampleInvitations.Now });

        Assert.False(await RecordAsync(delivery, ProviderReportKind.HardBounced, "hard"));

        Fields.AreEqual(delivery, await ReadAsync(delivery));
    }

    [Fact]
    public async Task A_bounced_message_that_is_queued_again_forgets_the_report()
    {
        await AddAsync([_invitation]);
        var sent = await AddAsync(Sent());
        await RecordAsync(sent, ProviderReportKind.HardBounced, "hard");
        await using var session = await OpenAsync();

        var query = new FailedDeliveryQuery { Tenant = _invitation.Tenant, Now = Later, Take = 10 };
        Assert.Equal(1, await session.Deliveries.RequeueFailedAsync(query, Cancellation));

        var queued = await ReadAsync(sent);
        Assert.Equal((DeliveryStatus.Waiting, null, null), (queued.Status, queued.Reported, queued.ReportedAt));
    }

    [Fact]
    public async Task Of_many_callers_with_the_same_report_one_records_it()
    {
        await using var race = await Race.OpenAsync(Fixture, 20, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var sent = await AddAsync(Sent());

            var recorded = await race.RunAsync((racer, _) => racer.Receipts.RecordAsync(Receipt(sent, ProviderReportKind.HardBounced, "hard"), Cancellation));

            Assert.Single(recorded, won => won);
            Assert.Equal(ProviderReportKind.HardBounced, (await ReadAsync(sent)).Reported);
        }
    }

    private static DeliveryReceipt Receipt(Delivery delivery, ProviderReportKind kind, string? error = null) =>
        new() { Id = delivery.Id, Kind = kind, At = Later, Error = error };

    private Delivery Sent() => SampleDeliveries.Waiting(_invitation, _channel) with
    {
        Status = DeliveryStatus.Sent,
        Attempts = 1,
        Fence = 1,
        EndedAt = SampleInvitations.Now,
        ProviderMessageId = "message-1",
    };

    private async Task<bool> RecordAsync(Delivery delivery, ProviderReportKind kind, string? error = null)
    {
        await using var session = await OpenAsync();
        return await session.Receipts.RecordAsync(Receipt(delivery, kind, error), Cancellation);
    }

    private async Task<Delivery> AddAsync(Delivery delivery)
    {
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([delivery], Cancellation);
        return delivery;
    }

    private async Task<Delivery> ReadAsync(Delivery delivery)
    {
        await using var session = await OpenAsync();
        return (await session.Receipts.FindAsync(delivery.Id, Cancellation))!;
    }
}
