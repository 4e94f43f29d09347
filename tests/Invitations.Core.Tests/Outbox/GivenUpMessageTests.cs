using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

/// <summary>What follows where a message is given up: another channel, a notice to the inviter, no more reminders.</summary>
public sealed class GivenUpMessageTests
{
    private static readonly Invite Ana = new("ana@example.com") { Phone = "+447911123456" };

    private readonly RecordingChannel _email = new() { Answer = _ => DeliveryOutcome.Undeliverable("550 no such mailbox") };
    private readonly RecordingChannel _sms = new(DeliveryChannels.Sms);
    private readonly FakeContacts _contacts = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static InviteOptions ByEmail => new() { Channels = [DeliveryChannels.Email] };

    [Fact]
    public async Task The_next_channel_of_the_tenant_is_tried_once_and_the_trail_tells()
    {
        using var host = HostWith(new() { FallbackChannels = [DeliveryChannels.Email, DeliveryChannels.Sms] });
        var invited = await host.InviteAsync(Ana, ByEmail);

        await RunAsync(host);

        var sent = Assert.Single(_sms.Sent);
        Assert.Equal((DeliveryPurpose.Invitation, 1, invited.InvitationId), (sent.Delivery.Purpose, sent.Delivery.SecretVersion, sent.Invitation.Id));
        Assert.NotNull(sent.Secrets);
        Assert.Single(_email.Sent);
        var entry = Assert.Single((await host.ReadAsync()).AuditOf(invited.InvitationId), entry => entry.Action is AuditAction.FellBack);
        Assert.Equal(("email", "sms"), (entry.Details["from"], entry.Details["to"]));
    }

    [Fact]
    public async Task Where_all_channels_fail_each_was_tried_once()
    {
        _sms.Answer = _ => DeliveryOutcome.Undeliverable("no such number");
        using var host = HostWith(new() { FallbackChannels = [DeliveryChannels.Email, DeliveryChannels.Sms] });
        await host.InviteAsync(Ana, ByEmail);

        await RunAsync(host);

        Assert.Equal((1, 1), (_email.Sent.Count, _sms.Sent.Count));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Nothing_else_is_tried_where_the_tenant_does_not_want_it_or_the_person_has_no_such_address(bool isWanted, bool hasPhone)
    {
        using var host = HostWith(new() { FallbackChannels = isWanted ? [DeliveryChannels.Sms] : [] });
        await host.InviteAsync(hasPhone ? Ana : new Invite("ana@example.com"), ByEmail);

        await RunAsync(host);

        Assert.Empty(_sms.Sent);
    }

    [Fact]
    public async Task Whoever_got_both_messages_gets_no_third_one()
    {
        using var host = HostWith(new() { FallbackChannels = [DeliveryChannels.Email, DeliveryChannels.Sms] });
        await host.InviteAsync(Ana);

        await RunAsync(host);

        Assert.Equal((1, 1), (_email.Sent.Count, _sms.Sent.Count));
    }

    [Fact]
    public async Task The_inviter_is_told_once_why_and_gets_no_secret()
    {
        _email.Answer = context => context.Delivery.Purpose is DeliveryPurpose.DeliveryFailed ? DeliveryOutcome.Sent() : DeliveryOutcome.Undeliverable("550 no such mailbox");
        using var host = HostWith(new() { Notices = new() { DeliveryFailed = true } });
        await host.InviteAsync(Ana, ByEmail);

        await RunAsync(host);

        var notice = Assert.Single(_email.Sent, it => it.Delivery.Purpose is DeliveryPurpose.DeliveryFailed);
        Assert.Equal(("olga@example.com", "nl"), (notice.Recipient.Email, notice.Language));
        Assert.Null(notice.Secrets);
        Assert.Equal("550 no such mailbox", notice.Failed!.LastError);
    }

    [Fact]
    public async Task The_inviter_is_not_told_while_another_channel_is_tried()
    {
        using var host = HostWith(new() { FallbackChannels = [DeliveryChannels.Sms], Notices = new() { DeliveryFailed = true } });
        await host.InviteAsync(Ana, ByEmail);

        await RunAsync(host);

        Assert.DoesNotContain(_email.Sent, it => it.Delivery.Purpose is DeliveryPurpose.DeliveryFailed);
    }

    [Fact]
    public async Task The_inviter_is_told_of_an_acceptance_by_a_message_that_is_queued_with_it()
    {
        _email.Answer = _ => DeliveryOutcome.Sent();
        using var host = HostWith(new() { Notices = new() { Accepted = true } });
        await host.InviteAsync(Ana, ByEmail);
        await RunAsync(host);
        await AcceptAsync(host, _email.Sent[0].Secrets!.Token);

        await RunAsync(host);

        Assert.Equal(2, _email.Sent.Count);
        var notice = _email.Sent[1];
        Assert.Equal((DeliveryPurpose.Accepted, "olga@example.com"), (notice.Delivery.Purpose, notice.Recipient.Email));
        Assert.Null(notice.Secrets);
    }

    [Fact]
    public async Task A_notice_to_an_inviter_who_is_gone_is_sent_to_nobody()
    {
        _email.Answer = _ => DeliveryOutcome.Sent();
        using var host = HostWith(new() { Notices = new() { Accepted = true } });
        await host.InviteAsync(Ana, ByEmail);
        await RunAsync(host);
        await AcceptAsync(host, _email.Sent[0].Secrets!.Token);
        _contacts.Contact = null;

        await RunAsync(host);

        Assert.Single(_email.Sent);
        Assert.Single((await host.ReadAsync()).Deliveries, it => it is { Purpose: DeliveryPurpose.Accepted, Status: DeliveryStatus.Cancelled });
    }

    [Fact]
    public async Task A_bounce_that_the_provider_reports_later_leads_to_the_next_channel_too()
    {
        _email.Answer = _ => DeliveryOutcome.Sent();
        using var host = HostWith(new() { FallbackChannels = [DeliveryChannels.Email, DeliveryChannels.Sms] });
        await host.InviteAsync(Ana, ByEmail);
        await RunAsync(host);
        var report = new ProviderReport { Channel = DeliveryChannels.Email, DeliveryId = _email.Sent[0].Delivery.Id, Kind = ProviderReportKind.HardBounced };

        await host.RunAsync<IProviderReports, ProviderReportOutcome>(reports => reports.ReportAsync(report, Cancellation));
        await RunAsync(host);

        Assert.Single(_sms.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_setting_or_for_a_system_no_notice_is_queued(bool isSystem)
    {
        _email.Answer = _ => DeliveryOutcome.Sent();
        using var host = HostWith(new() { Notices = new() { Accepted = isSystem } });
        await host.InviteAsync(Ana, ByEmail, isSystem ? Inviter.System("sync") : null);
        await RunAsync(host);

        await AcceptAsync(host, _email.Sent[0].Secrets!.Token);

        Assert.Single((await host.ReadAsync()).Deliveries);
    }

    [Fact]
    public async Task Nobody_is_reminded_by_a_channel_that_failed()
    {
        using var host = HostWith(new() { Reminders = new() { After = [TimeSpan.FromDays(3)] } });
        await host.InviteAsync(Ana);
        await host.InviteAsync(new Invite("ben@example.com"));
        await RunAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(2, await host.RunAsync<IInvitationMaintenance, int>(maintenance => maintenance.RemindAsync(Cancellation)));

        var reminder = Assert.Single((await host.ReadAsync()).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.Equal(DeliveryChannels.Sms, reminder.Channel);
        Assert.Equal(0, await host.RunAsync<IInvitationMaintenance, int>(maintenance => maintenance.RemindAsync(Cancellation)));
    }

    private static async Task RunAsync(TestHost host)
    {
        while (await host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation)) > 0)
        {
        }
    }

    private static async Task AcceptAsync(TestHost host, string token)
    {
        var acceptor = Acceptor.User("u-ana", ["ana@example.com"]);
        Assert.True((await host.RunAsync<IInvitationAcceptance, AcceptResult>(it => it.AcceptAsync(token, acceptor, cancellationToken: Cancellation))).Succeeded);
    }

    private TestHost HostWith(TenantSettings settings) => new(settings, wire: builder =>
    {
        builder.Services.AddScoped<IInviterContacts>(_ => _contacts);
        foreach (var channel in (RecordingChannel[])[_email, _sms])
            builder.Services.AddScoped<IInvitationChannel>(_ => channel);
    });

    private sealed class FakeContacts : IInviterContacts
    {
        public InviterContact? Contact { get; set; } = new("olga@example.com", "nl");

        public ValueTask<InviterContact?> FindAsync(InviterContactContext context, CancellationToken cancellationToken) => new(Contact);
    }
}
