using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

/// <summary>What a provider says about a message after it took it.</summary>
public sealed class ProviderReportTests : IDisposable
{
    private readonly RecordingChannel _channel = new();
    private readonly TestHost _host;

    public ProviderReportTests() => _host = new(wire: builder => builder.Services.AddScoped<IInvitationChannel>(_ => _channel));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_bounce_makes_the_message_failed_lists_it_and_tells_of_it_once()
    {
        var sent = await SendAsync();

        Assert.Equal(ProviderReportOutcome.Recorded, await ReportAsync(sent, ProviderReportKind.HardBounced, "550 5.1.1 <ana@example.com> +44 7911 123456 unknown\r\nuser"));
        Assert.Equal(ProviderReportOutcome.Unchanged, await ReportAsync(sent, ProviderReportKind.HardBounced));

        var failed = Assert.Single(await ListFailedAsync());
        Assert.Equal("Bounced: 550 5.1.1 *** *** unknown user", failed.LastError);
        Assert.Equal((DeliveryStatus.Failed, ProviderReportKind.HardBounced, _host.Clock.GetUtcNow()), (failed.Status, failed.Reported, failed.EndedAt));
        var told = Assert.Single(_host.Events.All, it => it.Kind is InvitationEventKind.DeliveryFailed);
        Assert.Equal(failed, told.Delivery);
    }

    [Fact]
    public async Task A_bounced_invitation_is_put_right_by_an_edit_and_goes_out_again()
    {
        var sent = await SendAsync();
        await ReportAsync(sent, ProviderReportKind.HardBounced);

        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(administration => administration.EditAsync(
            TestHost.Acme, sent.InvitationId, new() { Email = "ana.lopez@example.com" }, TestHost.Admin));
        await RunOnceAsync();

        Assert.Equal("ana.lopez@example.com", _channel.Sent[^1].Recipient.Email);
        Assert.Empty(await ListFailedAsync());
    }

    [Fact]
    public async Task Where_nothing_else_reaches_the_person_a_bounce_stops_the_reminders()
    {
        var sent = await SendAsync();
        Assert.NotNull((await _host.ReadAsync()).Invitations.Single().ReminderDueAt);

        await ReportAsync(sent, ProviderReportKind.HardBounced);

        Assert.Null((await _host.ReadAsync()).Invitations.Single().ReminderDueAt);
    }

    [Fact]
    public async Task A_bounce_of_one_of_two_messages_leaves_the_reminders()
    {
        var sent = await SendAsync(new("ana@example.com") { Phone = "+44 7911 123456" });

        await ReportAsync(sent, ProviderReportKind.HardBounced);

        Assert.NotNull((await _host.ReadAsync()).Invitations.Single().ReminderDueAt);
    }

    [Fact]
    public async Task A_complaint_suppresses_the_address_and_stops_the_reminders()
    {
        var sent = await SendAsync();

        Assert.Equal(ProviderReportOutcome.Recorded, await ReportAsync(sent, ProviderReportKind.Complained));

        var again = await _host.InviteAsync(new Invite("ana@example.com"));
        Assert.Contains(again.Errors, error => error.Code == "recipient.suppressed");
        Assert.Null((await _host.ReadAsync()).Invitations.Single().ReminderDueAt);
        Assert.Single(_host.Events.All, it => it.Kind is InvitationEventKind.DeliveryReported);
    }

    [Fact]
    public async Task A_complaint_about_a_message_to_a_former_address_does_not_suppress_the_present_one()
    {
        var sent = await SendAsync();
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(administration => administration.EditAsync(
            TestHost.Acme, sent.InvitationId, new() { Email = "ben@example.com" }, TestHost.Admin));

        await ReportAsync(sent, ProviderReportKind.Complained);

        var found = await _host.RunAsync<ISuppressionList, SuppressionResult>(list => list.FindAsync(TestHost.Acme, "ben@example.com", TestHost.Admin));
        Assert.Null(found.Suppression);
    }

    [Theory]
    [InlineData(ProviderReportKind.HardBounced, ProviderReportKind.Delivered)]
    [InlineData(ProviderReportKind.Delivered, ProviderReportKind.HardBounced)]
    public async Task In_either_order_a_bounce_outweighs_a_delivery(ProviderReportKind first, ProviderReportKind second)
    {
        var sent = await SendAsync();

        await ReportAsync(sent, first);
        await ReportAsync(sent, second);

        Assert.Equal(DeliveryStatus.Failed, (await _host.ReadAsync()).Deliveries.Single().Status);
    }

    [Fact]
    public async Task Nothing_comes_of_ids_that_nobody_knows_or_that_another_channel_has()
    {
        var sent = await SendAsync();
        ProviderReport forged = new() { Channel = DeliveryChannels.Email, Kind = ProviderReportKind.HardBounced };

        Assert.Equal(ProviderReportOutcome.Unknown, await ReportAsync(forged));
        Assert.Equal(ProviderReportOutcome.Unknown, await ReportAsync(forged with { DeliveryId = Guid.NewGuid() }));
        Assert.Equal(ProviderReportOutcome.Unknown, await ReportAsync(forged with { ProviderMessageId = "m-nobody" }));
        Assert.Equal(ProviderReportOutcome.Unknown, await ReportAsync(forged with { Channel = DeliveryChannels.Sms, DeliveryId = sent.Id }));
        Assert.Equal(DeliveryStatus.Sent, (await _host.ReadAsync()).Deliveries.Single().Status);
    }

    [Fact]
    public async Task What_is_not_sent_yet_is_unknown_so_that_the_provider_asks_once_more()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com"));
        var waiting = (await _host.ReadAsync()).DeliveriesOf(invited.InvitationId).Single();

        Assert.Equal(ProviderReportOutcome.Unknown, await ReportAsync(waiting, ProviderReportKind.HardBounced));
    }

    private async Task<Delivery> SendAsync(Invite? invite = null)
    {
        var invited = await _host.InviteAsync(invite ?? new Invite("ana@example.com"));
        await RunOnceAsync();
        return (await _host.ReadAsync()).DeliveriesOf(invited.InvitationId).Single(delivery => delivery.Channel == DeliveryChannels.Email);
    }

    private Task<int> RunOnceAsync() =>
        _host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(TestContext.Current.CancellationToken));

    private Task<IReadOnlyList<Delivery>> ListFailedAsync() =>
        _host.RunAsync<IFailedDeliveries, IReadOnlyList<Delivery>>(failed => failed.ListAsync(new(), cancellationToken: TestContext.Current.CancellationToken));

    private Task<ProviderReportOutcome> ReportAsync(Delivery delivery, ProviderReportKind kind, string? reason = null) =>
        ReportAsync(new() { Channel = delivery.Channel, Kind = kind, ProviderMessageId = delivery.ProviderMessageId, DeliveryId = delivery.ProviderMessageId is null ? delivery.Id : null, Reason = reason });

    private Task<ProviderReportOutcome> ReportAsync(ProviderReport report) =>
        _host.RunAsync<IProviderReports, ProviderReportOutcome>(reports => reports.ReportAsync(report, TestContext.Current.CancellationToken));
}
