using Invitations.Tests.Hosting;

namespace Invitations.Tests.Quotas;

/// <summary>What is sent to people who are invited already counts like an invitation.</summary>
public sealed class ResendQuotaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_over_the_quota_comes_when_there_is_room_and_is_not_dropped()
    {
        using var host = Host(new() { Tenant = [new(3, TimeSpan.FromDays(4))] });
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(TimeSpan.FromDays(3));

        await host.RunAsync<IInvitationMaintenance, int>(service => service.RemindAsync(Token));

        var content = await host.ReadAsync();
        Assert.Equal(1, content.Deliveries.Count(delivery => delivery.Purpose is DeliveryPurpose.Reminder));
        Assert.Equal([FakeClock.Start.AddDays(4)], content.Invitations.Select(invitation => invitation.ReminderDueAt).OfType<DateTimeOffset>());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.RunAsync<IInvitationMaintenance, int>(service => service.RemindAsync(Token));
        Assert.Equal(2, (await host.ReadAsync()).Deliveries.Count(delivery => delivery.Purpose is DeliveryPurpose.Reminder));
    }

    [Fact]
    public async Task Reinviting_by_the_thousand_counts_each_and_refuses_what_is_over_the_quota()
    {
        using var host = Host(new() { Inviter = [new(5, TimeSpan.FromDays(1))] });
        await host.InviteAsync(People.Of(3));
        host.Clock.Advance(TimeSpan.FromHours(2));

        var result = await host.RunAsync<IBulkAdministration, BulkChangeResult>(service =>
            service.ReinviteAsync(TestHost.Acme, new(), TestHost.Admin, cancellationToken: Token));

        Assert.Equal(2, result.Counts.Done);
        Assert.Equal(2, (await host.ReadAsync()).Invitations.Count(invitation => invitation.IssueCount == 2));
        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(People.Person(9))).Codes());
    }

    private static TestHost Host(QuotaSettings quotas) => new(new TenantSettings { Quotas = quotas });
}
