using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Bulk;

public sealed class BulkRevocationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_are_revoked_by_one_call_to_the_store_for_each_thousand()
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 100_000 }, options => options.ChunkSize = 10_000);
        await host.InviteAsync(People.Of(100_000));
        host.Calls.Clear();

        var result = await RevokeAsync(host, new() { Statuses = [InvitationStatus.Pending] });

        Assert.Equal(new(100_000, 100_000, 0, 0), result.Counts);
        Assert.Equal(["Sets.End 100", "Transaction.Execute 100"], host.Calls.Tally().Select(call => $"{call.Key} {call.Value}").Order());
    }

    [Fact]
    public async Task What_is_revoked_ends_with_its_messages_its_trail_and_an_event()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(3));

        await RevokeAsync(host, new());

        var content = await host.ReadAsync();
        Assert.All(content.Invitations, it => Assert.Equal(InvitationStatus.Revoked, it.Status));
        Assert.All(content.Deliveries, it => Assert.Equal(DeliveryStatus.Cancelled, it.Status));
        Assert.Equal(3, content.Audit.Count(entry => entry is { Action: AuditAction.Revoked, Actor: "u-admin" }));
        Assert.Equal(3, host.Events.All.Count(raised => raised is { Kind: InvitationEventKind.Revoked, Invitation.Status: InvitationStatus.Revoked }));
        Assert.True((await host.InviteAsync(People.Of(3))).Succeeded);
    }

    [Fact]
    public async Task The_filter_says_which_by_status_batch_inviter_group_and_ids()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g1"), new("g2")] });
        var batch = (await host.InviteAsync(People.Of(2))).BatchId;
        var ticked = (await host.InviteAsync(People.Person(3))).InvitationId!.Value;
        await host.InviteAsync(new Invite("grouped@example.com") { Groups = ["g2"] });
        await host.InviteAsync(People.Person(5), inviter: Inviter.OrganizationAdmin("u-other"));
        await host.InviteAsync(People.Person(6));

        Assert.Equal(2, (await RevokeAsync(host, new() { BatchId = batch })).Counts.Done);
        Assert.Equal(1, (await RevokeAsync(host, new() { Ids = [ticked, Guid.NewGuid()] })).Counts.Done);
        Assert.Equal(1, (await RevokeAsync(host, new() { Group = "g2" })).Counts.Done);
        Assert.Equal(1, (await RevokeAsync(host, new() { InvitedBy = "u-other" })).Counts.Done);

        Assert.Equal(People.Email(6), Assert.Single((await host.ReadAsync()).Open).Recipient.Email);
    }

    [Fact]
    public async Task What_cannot_be_revoked_is_counted_by_its_reason_and_what_is_revoked_already_is_no_error()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Of(3));
        await RevokeAsync(host, new() { Ids = [invited.Rows[0].InvitationId!.Value] });
        await DeclineAsync(host, invited.Rows[1].InvitationId!.Value);

        var result = await RevokeAsync(host, new());

        Assert.True(result.Succeeded);
        Assert.Equal(new(3, 1, 1, 1), result.Counts);
        Assert.Equal("invitation.declined 1", string.Join(", ", result.Skipped.Select(skipped => $"{skipped.Key} {skipped.Value}")));
    }

    [Fact]
    public async Task The_authority_of_the_actor_counts_for_every_row()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g1"), new("g2")], Roles = ["member", "admin"] });
        await host.InviteAsync([
            new("mine@example.com") { Groups = ["g1"] },
            new("above@example.com") { Groups = ["g1"], Roles = ["admin"] },
            new("both@example.com") { Groups = ["g1", "g2"] },
            new("theirs@example.com") { Groups = ["g2"] },
            new("all@example.com"),
        ]);

        var result = await RevokeAsync(host, new(), Inviter.GroupAdmin("u-group", ["g1"], ["member"]));

        Assert.Equal(new(3, 1, 0, 2), result.Counts);
        Assert.Equal([("group.not_permitted", 1), ("role.not_permitted", 1)], result.Skipped.OrderBy(it => it.Key).Select(it => (it.Key, it.Value)));
        Assert.Equal(["above@example.com", "all@example.com", "both@example.com", "theirs@example.com"], (await host.ReadAsync()).Open.Select(it => it.Recipient.Email).Order());
    }

    [Theory]
    [InlineData(InviterLevel.Guest, "inviter.not_permitted")]
    [InlineData(InviterLevel.None, "inviter.not_permitted")]
    public async Task Whoever_may_not_administer_does_nothing_and_is_told_so(InviterLevel level, string code)
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2));

        var result = await RevokeAsync(host, new(), new Inviter("u", authority: new() { Level = level }));

        Assert.Equal(code, Assert.Single(result.Errors).Code);
        Assert.Equal(2, (await host.ReadAsync()).Open.Count());
    }

    [Fact]
    public async Task Nothing_is_done_in_another_tenant()
    {
        using var host = new TestHost();
        var foreign = await host.InviteAsync(People.Person(1), tenant: "globex");

        Assert.Equal(default, (await RevokeAsync(host, new() { Ids = [foreign.InvitationId!.Value] })).Counts);

        Assert.Single((await host.ReadAsync("globex")).Open);
    }

    [Fact]
    public async Task A_cancelled_call_keeps_what_it_has_done_and_the_same_call_does_the_rest()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 10));
        await host.InviteAsync(People.Of(45));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var told = new List<BulkChangeProgress>();
        var progress = new Progress(counts =>
        {
            told.Add(counts);
            if (counts.Done == 20)
                stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RunAsync<IBulkAdministration, BulkChangeResult>(it =>
            it.RevokeAsync(TestHost.Acme, new() { Statuses = [InvitationStatus.Pending] }, TestHost.Admin, progress, stop.Token)));

        Assert.Equal([10, 20], told.Select(counts => counts.Done));
        Assert.Equal(25, (await host.ReadAsync()).Open.Count());
        Assert.Equal(25, (await RevokeAsync(host, new() { Statuses = [InvitationStatus.Pending] })).Counts.Done);
        Assert.Empty((await host.ReadAsync()).Open);
    }

    [Fact]
    public async Task What_somebody_changes_in_between_is_looked_at_again()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Of(3));
        var interferes = true;
        host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || !interferes)
                return;
            interferes = false;
            await EditAsync(host, invited.Rows[0].InvitationId!.Value);
            await DeclineAsync(host, invited.Rows[1].InvitationId!.Value);
        };

        var result = await RevokeAsync(host, new());

        Assert.Equal(new(3, 2, 0, 1), result.Counts);
        Assert.Equal(["invitation.declined"], result.Skipped.Keys);
    }

    [Fact]
    public async Task What_is_invited_after_the_call_began_is_not_meant()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 2));
        await host.InviteAsync(People.Of(4));
        var number = 10;
        var progress = new Progress(_ =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            host.InviteAsync(People.Of(2, from: number += 2)).GetAwaiter().GetResult();
        });

        var result = await host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.RevokeAsync(TestHost.Acme, new(), TestHost.Admin, progress, Cancel));

        Assert.Equal(4, result.Counts.Done);
        Assert.Equal(4, (await host.ReadAsync()).Open.Count());
    }

    [Fact]
    public async Task The_seats_of_what_is_revoked_are_free()
    {
        using var host = new TestHost(wire: builder => builder.UseSeatPlan<ThreeSeats>());
        await host.InviteAsync(People.Of(3));

        await RevokeAsync(host, new());

        Assert.True((await host.InviteAsync(People.Of(3, from: 4))).Succeeded);
        Assert.False((await host.InviteAsync(People.Person(9))).Succeeded);
    }

    private static Task<BulkChangeResult> RevokeAsync(TestHost host, InvitationFilter filter, Inviter? actor = null) =>
        host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.RevokeAsync(TestHost.Acme, filter, actor ?? TestHost.Admin, null, Cancel));

    private static async Task EditAsync(TestHost host, Guid id)
    {
        await using var scope = host.Scope();
        var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
        Assert.True((await administration.EditAsync(TestHost.Acme, id, new() { PersonalMessage = "Hi" }, TestHost.Admin, Cancel)).Succeeded);
    }

    private static async Task DeclineAsync(TestHost host, Guid id)
    {
        await using var scope = host.Scope();
        var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
        var token = (await administration.ShowSecretAsync(TestHost.Acme, id, TestHost.Admin, Cancel)).Secrets!.Token;
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
        Assert.Empty((await acceptance.DeclineAsync(token, Cancel)).Errors);
    }

    private sealed class Progress(Action<BulkChangeProgress> report) : IProgress<BulkChangeProgress>
    {
        public void Report(BulkChangeProgress value) => report(value);
    }

    private sealed class ThreeSeats : ISeatPlan
    {
        public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) => new(new SeatLimits { Members = 3 });
    }
}
