using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Bulk;

public sealed class BulkReinviteTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_gets_a_new_secret_a_new_lifetime_and_a_new_message()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(3));
        host.Clock.Advance(TimeSpan.FromDays(2));

        var result = await ReinviteAsync(host, new());

        Assert.Equal(new(3, 3, 0, 0), result.Counts);
        var content = await host.ReadAsync();
        var now = host.Clock.GetUtcNow();
        Assert.All(content.Invitations, it => Assert.Equal(
            (2, 2, now, now.AddDays(7), now.AddDays(3)), (it.SecretVersion, it.IssueCount, it.IssuedAt!.Value, it.ExpiresAt!.Value, it.ReminderDueAt!.Value)));
        Assert.Equal(3, content.Deliveries.Count(it => it is { Status: DeliveryStatus.Cancelled, SecretVersion: 1 }));
        Assert.Equal(3, content.Deliveries.Count(it => it is { Status: DeliveryStatus.Waiting, Purpose: DeliveryPurpose.Reinvite, SecretVersion: 2 }));
        Assert.Equal(3, content.Audit.Count(entry => entry.Action is AuditAction.Reinvited));
        Assert.Equal(3, host.Events.All.Count(raised => raised.Kind is InvitationEventKind.Reinvited));
    }

    [Fact]
    public async Task A_chunk_costs_the_same_calls_whatever_its_size()
    {
        var (ten, thousand) = (await CallsAsync(10), await CallsAsync(1_000));

        Assert.Equal(
            ["Audit.Append 1", "Deliveries.Add 1", "Deliveries.Cancel 1", "Invitations.Change 1", "Invitations.FindOpen 1", "Transaction.Execute 1"], ten);
        Assert.Equal(ten, thousand);
    }

    [Fact]
    public async Task The_waiting_time_counts_for_every_row()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(TimeSpan.FromMinutes(50));
        await host.InviteAsync(People.Of(3, from: 3));
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = await ReinviteAsync(host, new());

        Assert.Equal(new(5, 2, 0, 3), result.Counts);
        Assert.Equal(3, result.Skipped["reinvite.too_soon"]);
    }

    [Fact]
    public async Task Expired_ones_are_opened_again_and_those_whose_address_is_taken_are_skipped()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        await host.InviteAsync(People.Person(2));

        var result = await ReinviteAsync(host, new() { Statuses = [InvitationStatus.Expired] });

        Assert.Equal(new(2, 1, 0, 1), result.Counts);
        Assert.Equal(["invitation.already_pending"], result.Skipped.Keys);
        Assert.Equal([People.Email(1), People.Email(2)], (await host.ReadAsync()).Open.Select(it => it.Recipient.Email).Order());
    }

    [Fact]
    public async Task Of_two_expired_ones_for_one_address_one_is_opened()
    {
        using var host = new TestHost();
        for (var time = 1; time <= 2; time++)
        {
            await host.InviteAsync(People.Person(1));
            host.Clock.Advance(TimeSpan.FromDays(8));
            await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        }

        Assert.Equal(new(2, 1, 0, 1), (await ReinviteAsync(host, new())).Counts);
        Assert.Single((await host.ReadAsync()).Open);
    }

    [Fact]
    public async Task One_that_has_expired_unmarked_gives_its_address_up()
    {
        using var host = new TestHost();
        var first = await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(8));
        host.Events.All.Clear();

        Assert.Equal(1, (await ReinviteAsync(host, new() { Ids = [first.InvitationId!.Value] })).Counts.Done);

        Assert.Equal(first.InvitationId, Assert.Single((await host.ReadAsync()).Open).Id);
        Assert.Equal([InvitationEventKind.Expired, InvitationEventKind.Reinvited], host.Events.All.Select(raised => raised.Kind));
    }

    [Fact]
    public async Task So_many_are_opened_again_as_there_are_seats()
    {
        using var host = new TestHost(wire: builder => builder.UseSeatPlan<FiveSeats>());
        await host.InviteAsync(People.Of(4));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        await host.InviteAsync(People.Of(3, from: 5));

        var result = await ReinviteAsync(host, new() { Statuses = [InvitationStatus.Expired] });

        Assert.Equal((2, 2), (result.Counts.Done, result.Skipped["seats.exceeded"]));
        Assert.Equal(5, (await host.ReadAsync()).Open.Count());
        Assert.False((await host.InviteAsync(People.Person(9))).Succeeded);
    }

    [Fact]
    public async Task Whoever_reinvites_answers_for_what_its_inviter_could_not_make_any_more()
    {
        var admin = new InviterAuthority { Level = InviterLevel.OrganizationAdmin };
        var authorities = new FakeAuthorities { ByUser = { ["u-admin"] = admin, ["u-left"] = admin } };
        using var host = new TestHost(authorities: authorities);
        await host.InviteAsync(People.Of(2), inviter: new Inviter("u-left"));
        await host.InviteAsync(People.Person(3), inviter: new Inviter("u-admin"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        authorities.ByUser.Remove("u-left");

        await ReinviteAsync(host, new(), new Inviter("u-admin"));

        var content = await host.ReadAsync();
        Assert.All(content.Invitations, it => Assert.Equal("u-admin", it.InvitedBy));
        Assert.Equal(2, content.Audit.Count(entry => entry.Details.GetValueOrDefault("former_inviter") == "u-left"));
    }

    private static async Task<IReadOnlyList<string>> CallsAsync(int rows)
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 10_000 });
        await host.InviteAsync(People.Of(rows));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        host.Calls.Clear();

        Assert.Equal(rows, (await ReinviteAsync(host, new())).Counts.Done);
        return [.. host.Calls.Tally().OrderBy(call => call.Key, StringComparer.Ordinal).Select(call => $"{call.Key} {call.Value}")];
    }

    private static Task<BulkChangeResult> ReinviteAsync(TestHost host, InvitationFilter filter, Inviter? actor = null) =>
        host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.ReinviteAsync(TestHost.Acme, filter, actor ?? TestHost.Admin, null, Cancel));

    private sealed class FiveSeats : ISeatPlan
    {
        public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) => new(new SeatLimits { Members = 5 });
    }
}
