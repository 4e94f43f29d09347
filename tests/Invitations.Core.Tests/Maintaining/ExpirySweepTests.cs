using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Maintaining;

public sealed class ExpirySweepTests
{
    [Fact]
    public async Task What_has_expired_ends_with_its_messages_its_trail_and_an_event()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(3));
        host.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(3, await ExpireAsync(host));

        var content = await host.ReadAsync();
        Assert.All(content.Invitations, it => Assert.Equal((InvitationStatus.Expired, host.Clock.GetUtcNow()), (it.Status, it.EndedAt!.Value)));
        Assert.All(content.Deliveries, it => Assert.Equal(DeliveryStatus.Cancelled, it.Status));
        Assert.Equal(3, content.Audit.Count(entry => entry is { Action: AuditAction.Expired, Actor: null }));
        Assert.Equal(3, host.Events.All.Count(raised => raised is { Kind: InvitationEventKind.Expired, Invitation.Status: InvitationStatus.Expired }));
        Assert.Equal(0, await ExpireAsync(host));
    }

    [Fact]
    public async Task Nothing_happens_before_the_time()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMicroseconds(1));
        host.Events.All.Clear();

        Assert.Equal(0, await ExpireAsync(host));

        Assert.Single((await host.ReadAsync()).Open);
        Assert.Empty(host.Events.All);
    }

    [Fact]
    public async Task A_step_is_bounded_goes_through_all_tenants_and_is_one_transaction_a_tenant()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 4));
        for (var tenant = 1; tenant <= 3; tenant++)
            await host.InviteAsync(People.Of(2), tenant: $"tenant-{tenant}");
        host.Clock.Advance(TimeSpan.FromDays(8));
        host.Calls.Clear();

        Assert.Equal(4, await ExpireAsync(host));
        Assert.Equal(2, await ExpireAsync(host));
        Assert.Equal(0, await ExpireAsync(host));

        Assert.Equal(3, host.Calls.Count("Transaction.Execute"));
        Assert.Equal(0, host.Calls.Count("Deliveries.Cancel"));
    }

    [Fact]
    public async Task An_expired_one_can_be_issued_again()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await ExpireAsync(host);

        var again = await host.RunAsync<IInvitationAdministration, AdministrationResult>(it =>
            it.ReinviteAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin, TestContext.Current.CancellationToken));

        Assert.Equal((InvitationStatus.Pending, null), (again.Invitation!.Status, again.Invitation.EndedAt));
    }

    [Fact]
    public async Task The_seats_of_what_has_expired_are_free()
    {
        using var host = new TestHost(wire: builder => builder.UseSeatPlan<TwoSeats>());
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(TimeSpan.FromDays(7));
        Assert.False((await host.InviteAsync(People.Person(3))).Succeeded);

        await ExpireAsync(host);

        Assert.True((await host.InviteAsync(People.Of(2, from: 3))).Succeeded);
    }

    private static Task<int> ExpireAsync(TestHost host) =>
        host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(TestContext.Current.CancellationToken));

    private sealed class TwoSeats : ISeatPlan
    {
        public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) => new(new SeatLimits { Members = 2 });
    }
}
