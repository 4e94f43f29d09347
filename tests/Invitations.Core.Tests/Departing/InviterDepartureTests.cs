using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Approving;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Departing;

public sealed class InviterDepartureTests
{
    private static readonly Inviter Gina = Inviter.GroupAdmin("u-gina", ["design"], ["editor"], "Gina");
    private static readonly Inviter Heir = Inviter.OrganizationAdmin("u-heir", "Hilde");

    private readonly RecordingEvents _events = new();

    [Fact]
    public async Task Handing_over_makes_the_successor_the_inviter_and_changes_nothing_else()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        var before = await site.StoredAsync(id);
        _events.All.Clear();

        var result = await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.HandOver, Successor = Heir });

        Assert.Equal((1, 0, null), (result.Changed, result.Refused.Count, result.NextCursor));
        Assert.Equal(before with { InvitedBy = "u-heir", InviterName = "Hilde", Version = 2 }, await site.StoredAsync(id));
        var entry = (await site.TrailAsync(id))[^1];
        Assert.Equal((AuditAction.HandedOver, "u-admin", "u-gina"), (entry.Action, entry.Actor, entry.Details["former_inviter"]));
        Assert.Equal(InvitationEventKind.HandedOver, Assert.Single(_events.All).Kind);
        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(await site.DeliveriesAsync(id)).Status);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-ana", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task Revoking_ends_what_is_open_and_stops_what_is_queued()
    {
        await using var site = NewSite();
        var (open, accepted) = (await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina), await site.InviteAsync(new("bob@example.com") { Groups = ["design"] }, Gina));
        await site.AcceptAsync(await site.TokenAsync(accepted), Acceptor.User("u-bob", ["bob@example.com"]));
        var another = await site.InviteAsync("carl@example.com");

        var result = await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.Revoke });

        Assert.Equal(1, result.Changed);
        Assert.Equal(InvitationStatus.Revoked, (await site.StoredAsync(open)).Status);
        Assert.Equal(DeliveryStatus.Cancelled, Assert.Single(await site.DeliveriesAsync(open)).Status);
        Assert.Equal("inviter_left", (await site.TrailAsync(open))[^1].Details["cause"]);
        Assert.Equal((InvitationStatus.Accepted, InvitationStatus.Pending), ((await site.StoredAsync(accepted)).Status, (await site.StoredAsync(another)).Status));
    }

    [Theory]
    [InlineData(InviterDepartureAction.Keep, InvitationStatus.Pending, "u-gina")]
    [InlineData(InviterDepartureAction.Revoke, InvitationStatus.Revoked, "u-gina")]
    [InlineData(InviterDepartureAction.HandOver, InvitationStatus.Pending, "sync")]
    public async Task Where_the_caller_says_nothing_the_tenant_decides(InviterDepartureAction action, InvitationStatus status, string inviter)
    {
        await using var site = NewSite(new() { WhenInviterLeaves = action }, builder => builder.UseInviterSuccession<SyncTakesAll>());
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        var result = await SettleAsync(site, new("u-gina"));

        Assert.Equal((action, action is InviterDepartureAction.Keep ? 0 : 1), (result.Action, result.Changed));
        Assert.Equal((status, inviter), ((await site.StoredAsync(id)).Status, (await site.StoredAsync(id)).InvitedBy));
    }

    [Fact]
    public async Task What_the_successor_could_not_make_stays_and_is_named()
    {
        await using var site = NewSite();
        var (design, finance) = (await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina), await site.InviteAsync(new("bob@example.com") { Groups = ["finance"] }, Inviter.OrganizationAdmin("u-gina")));

        var result = await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.HandOver, Successor = Inviter.GroupAdmin("u-heir", ["design"]) });

        Assert.Equal(("u-heir", "u-gina"), ((await site.StoredAsync(design)).InvitedBy, (await site.StoredAsync(finance)).InvitedBy));
        var refusal = Assert.Single(result.Refused);
        Assert.Equal((finance, "group.not_permitted"), (refusal.InvitationId, Assert.Single(refusal.Errors).Code));
    }

    [Fact]
    public async Task A_target_that_is_gone_hinders_nobody_from_taking_over()
    {
        await using var site = NewSite();
        await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Groups = [] };

        Assert.Equal(1, (await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.HandOver, Successor = Heir })).Changed);
    }

    [Fact]
    public async Task A_request_that_awaits_approval_is_not_handed_over_but_revoked()
    {
        await using var site = NewSite();
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Approval = new() { GroupAdmins = true } };
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        Assert.Equal(0, (await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.HandOver, Successor = Heir })).Changed);
        Assert.Equal("u-gina", (await site.StoredAsync(id)).InvitedBy);
        Assert.Equal(1, (await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.Revoke })).Changed);
        Assert.Equal(InvitationStatus.Revoked, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task A_system_of_the_same_name_has_not_left()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com"), Inviter.System("u-gina"));

        Assert.Equal(0, (await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.Revoke })).Changed);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task Without_a_successor_nothing_is_handed_over()
    {
        await using var site = NewSite();
        await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        foreach (var successor in (Inviter?[])[null, new("u-nobody-knows"), Inviter.OrganizationAdmin("u-gina")])
        {
            var result = await SettleAsync(site, new("u-gina") { Action = InviterDepartureAction.HandOver, Successor = successor });
            Assert.Equal("successor.missing", Assert.Single(result.Errors).Code);
        }
    }

    [Fact]
    public async Task One_call_looks_at_no_more_than_it_is_told_and_the_next_goes_on()
    {
        await using var site = NewSite();
        for (var i = 0; i < 7; i++)
            await site.InviteAsync(new($"p{i}@example.com") { Groups = [i % 2 == 0 ? "design" : "finance"] }, Inviter.OrganizationAdmin("u-gina"));
        var departure = new InviterDeparture("u-gina") { Action = InviterDepartureAction.HandOver, Successor = Inviter.GroupAdmin("u-heir", ["design"]), Most = 3 };

        var (changed, refused, calls) = (0, 0, 0);
        for (string? cursor = null; calls == 0 || cursor is not null; calls++)
        {
            var result = await SettleAsync(site, departure with { Cursor = cursor });
            Assert.True(result.Changed + result.Refused.Count <= 3);
            (changed, refused, cursor) = (changed + result.Changed, refused + result.Refused.Count, result.NextCursor);
        }

        Assert.Equal((4, 3, 3), (changed, refused, calls));
        Assert.Equal("cursor.invalid", Assert.Single((await SettleAsync(site, departure with { Cursor = "nonsense" })).Errors).Code);
    }

    [Fact]
    public async Task A_chunk_costs_the_same_calls_whatever_its_size()
    {
        var (ten, hundred) = (await CallsAsync(10), await CallsAsync(100));

        Assert.Equal([("Audit.Append", 1), ("Batches.List", 1), ("Deliveries.Cancel", 1), ("Invitations.Change", 1), ("Transaction.Execute", 1)], ten);
        Assert.Equal(ten, hundred);
    }

    private static async Task<IReadOnlyList<(string, int)>> CallsAsync(int size)
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(size), inviter: Inviter.OrganizationAdmin("u-gina"));
        host.Calls.Clear();
        var result = await host.RunAsync<IInviterDepartures, InviterDepartureResult>(service => service.SettleAsync(
            TestHost.Acme, new("u-gina") { Action = InviterDepartureAction.Revoke }, TestHost.Admin, TestContext.Current.CancellationToken));
        Assert.Equal(size, result.Changed);
        return [.. host.Calls.Tally().Select(call => (call.Key, call.Value)).Order()];
    }

    private static Task<InviterDepartureResult> SettleAsync(Site site, InviterDeparture departure, Inviter? actor = null) =>
        site.AskAsync<IInviterDepartures, InviterDepartureResult>((service, token) => service.SettleAsync(Site.Acme, departure, actor ?? Site.Admin, token));

    private Site NewSite(AuthoritySettings? authority = null, Action<InvitationsBuilder>? with = null)
    {
        var site = new Site(with, services: services => services.AddScoped<IInvitationEventHandler>(_ => _events));
        site.Tenants[Site.Acme] = Site.Settings with { Authority = authority ?? new() };
        return site;
    }

    private sealed class SyncTakesAll : IInviterSuccession
    {
        public ValueTask<Inviter?> FindSuccessorAsync(InviterSuccessionContext context, CancellationToken cancellationToken) => new(Inviter.System("sync"));
    }
}
