using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Race = Invitations.Tests.Accepting.Fixture.Race;

namespace Invitations.Tests.Approving;

public sealed class ApproveTests
{
    private static readonly Inviter Mia = Inviter.Member("u-mia", ["design"], ["editor"], "Mia");
    private static readonly Inviter Gina = Inviter.GroupAdmin("u-gina", ["design"], ["editor"]);
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private readonly RecordingEvents _events = new();

    [Fact]
    public async Task Approving_issues_the_invitation_as_of_now()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Mia, new() { Lifetime = TimeSpan.FromDays(2) });
        site.Clock.Advance(TimeSpan.FromDays(3));
        _events.All.Clear();

        var result = await site.ApproveAsync(id);

        var stored = await site.StoredAsync(id);
        Assert.Equal(stored, result.Invitation);
        Assert.Equal((InvitationStatus.Pending, "u-mia", "u-admin"), (stored.Status, stored.InvitedBy, stored.ApprovedBy));
        Assert.Equal((1, 1, site.Clock.Now), (stored.SecretVersion, stored.IssueCount, stored.IssuedAt));
        Assert.Equal((site.Clock.Now + TimeSpan.FromDays(2), null), (stored.ExpiresAt, stored.RequestedLifetime));
        var delivery = Assert.Single(await site.DeliveriesAsync(id));
        Assert.Equal((DeliveryPurpose.Invitation, 1, DeliveryStatus.Waiting), (delivery.Purpose, delivery.SecretVersion, delivery.Status));
        var entry = (await site.TrailAsync(id))[^1];
        Assert.Equal((AuditAction.Approved, "u-admin", "u-mia"), (entry.Action, entry.Actor, entry.Details["requester"]));
        Assert.Equal([InvitationEventKind.Approved, InvitationEventKind.Issued], _events.All.Select(e => e.Kind));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task Somebody_without_an_address_gets_a_code_by_the_approval()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new() { Identifier = "4711" }, Mia);

        Assert.True((await site.ApproveAsync(id)).Succeeded);

        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Acceptor.User("u-nora"))).Succeeded);
    }

    [Fact]
    public async Task A_refusal_ends_it_with_its_reason_and_frees_the_address()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);
        _events.All.Clear();

        var result = await site.RefuseAsync(id, reason: "  We have no\nseat left.  ");

        Assert.Equal((InvitationStatus.Revoked, "We have no\nseat left.", null), (result.Invitation!.Status, result.Invitation.RefusalReason, result.Invitation.ApprovedBy));
        var entry = (await site.TrailAsync(id))[^1];
        Assert.Equal((AuditAction.ApprovalRefused, "u-admin", "u-mia"), (entry.Action, entry.Actor, entry.Details["requester"]));
        var told = Assert.Single(_events.All);
        Assert.Equal((InvitationEventKind.ApprovalRefused, "u-mia", "We have no\nseat left."), (told.Kind, told.Invitation.InvitedBy, told.Invitation.RefusalReason));
        ApprovalCalls.AssertRefused("invitation.revoked", await site.ApproveAsync(id));
        Assert.True((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
    }

    [Fact]
    public async Task A_reason_that_cannot_be_kept_refuses_nothing()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);

        var result = await site.RefuseAsync(id, reason: new('x', 1001));

        Assert.Equal(("text.too_long", "reason"), Assert.Single(result.Errors.Select(error => (error.Code, error.Field))));
        Assert.Equal(InvitationStatus.AwaitingApproval, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task Nobody_answers_what_they_asked_for_themselves()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);
        var promoted = Inviter.OrganizationAdmin("u-mia");

        ApprovalCalls.AssertRefused("approval.own_request", await site.ApproveAsync(id, promoted));
        ApprovalCalls.AssertRefused("approval.own_request", await site.RefuseAsync(id, promoted));
        Assert.True((await site.ApproveAsync(id, Inviter.System("u-mia"))).Succeeded);
    }

    [Fact]
    public async Task Group_admins_approve_into_their_groups_unless_their_own_must_be_approved()
    {
        await using var site = NewSite();
        var (first, second, wide) = (
            await site.RequestAsync(new("a@example.com") { Groups = ["design"] }, Mia),
            await site.RequestAsync(new("b@example.com") { Groups = ["design"] }, Mia),
            await site.RequestAsync(new("c@example.com"), Mia));

        Assert.True((await site.ApproveAsync(first, Gina)).Succeeded);
        ApprovalCalls.AssertRefused("invitation.unknown", await site.ApproveAsync(wide, Gina));
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Approval = new() { Members = true, GroupAdmins = true } };
        ApprovalCalls.AssertRefused("approval.not_permitted", await site.ApproveAsync(second, Gina));
    }

    [Fact]
    public async Task Members_approve_nothing_even_where_they_invite_freely()
    {
        await using var site = NewSite(new() { GroupAdmins = true });
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        // As a member she still sees what she invited, or her own request would not be found at all.
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Approval = new() };
        ApprovalCalls.AssertRefused("invitation.unknown", await site.ApproveAsync(id, Mia));
        ApprovalCalls.AssertRefused("approval.own_request", await site.ApproveAsync(id, Inviter.Member("u-gina", ["design"])));
    }

    [Fact]
    public async Task Another_tenant_s_request_is_unknown()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);

        ApprovalCalls.AssertRefused("invitation.unknown", await site.ApproveAsync(id, tenant: Site.Globex));
        ApprovalCalls.AssertRefused("invitation.unknown", await site.RefuseAsync(id, tenant: Site.Globex));
    }

    [Fact]
    public async Task What_does_not_wait_cannot_be_approved()
    {
        await using var site = NewSite();
        var pending = await site.InviteAsync("ana@example.com");
        var waiting = await site.RequestAsync(new("bob@example.com"), Mia);
        Assert.True((await site.ApproveAsync(waiting)).Succeeded);

        ApprovalCalls.AssertRefused("approval.not_awaited", await site.ApproveAsync(pending));
        ApprovalCalls.AssertRefused("approval.not_awaited", await site.ApproveAsync(waiting));
        ApprovalCalls.AssertRefused("approval.not_awaited", await site.RefuseAsync(waiting));
    }

    [Fact]
    public async Task A_request_that_nobody_answered_in_time_has_expired()
    {
        await using var site = NewSite(new() { Members = true, Lifetime = TimeSpan.FromDays(1) });
        var id = await site.RequestAsync(new("ana@example.com"), Mia);
        site.Clock.Advance(TimeSpan.FromDays(1));

        ApprovalCalls.AssertRefused("invitation.expired", await site.ApproveAsync(id));
        Refused.With("approval.required", await site.ReinviteAsync(id, Mia));
        Assert.Empty((await site.ListAwaitingAsync()).Items);
        Assert.Equal(InviteOutcome.AwaitingApproval, (await site.TryInviteAsync(new("ana@example.com"), Mia)).Outcome);
    }

    [Fact]
    public async Task The_rules_of_today_hold_for_what_is_approved()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Mia, new() { Lifetime = TimeSpan.FromDays(6) });
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with
        {
            Groups = [],
            Domains = new() { Denied = ["example.com"] },
            Expiry = new() { Member = TimeSpan.FromDays(5) },
        };

        Assert.Equal(
            ["email.domain_not_allowed", "group.unknown", "lifetime.invalid"],
            (await site.ApproveAsync(id)).Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
        Assert.True((await site.RefuseAsync(id)).Succeeded);
    }

    [Fact]
    public async Task Whoever_approves_answers_for_it_where_the_one_who_asked_could_not_make_it_any_more()
    {
        var directory = new HostDirectory
        {
            Authorities =
            {
                ["u-mia"] = new() { Level = InviterLevel.Member, Groups = ["design"] },
                ["u-admin"] = new() { Level = InviterLevel.OrganizationAdmin },
            },
        };
        await using var site = NewSite(services: services => services.AddSingleton<IInviterAuthorityProvider>(directory));
        var (kept, orphaned) = (await site.RequestAsync(new("bob@example.com"), Mia), await site.RequestAsync(new("ana@example.com"), Mia));
        Assert.Equal("u-mia", (await site.ApproveAsync(kept)).Invitation!.InvitedBy);
        directory.Authorities.Remove("u-mia");

        Assert.Equal(("u-admin", "Ada Admin"), ((await site.ApproveAsync(orphaned)).Invitation!.InvitedBy, (await site.StoredAsync(orphaned)).InviterName));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(orphaned), Ana)).Succeeded);
    }

    [Fact]
    public async Task Several_are_answered_at_once_each_with_a_result_of_its_own()
    {
        await using var site = NewSite();
        var (a, b, pending) = (
            await site.RequestAsync(new("a@example.com"), Mia), await site.RequestAsync(new("b@example.com"), Mia), await site.InviteAsync("c@example.com"));

        var results = await site.ApproveManyAsync([a, pending, Guid.Empty, b, a]);

        Assert.Equal([a, pending, Guid.Empty, b, a], results.Select(result => result.InvitationId));
        Assert.Equal([true, false, false, true, true], results.Select(result => result.Succeeded));
        Assert.Equal(["approval.not_awaited", "invitation.unknown"], results.SelectMany(result => result.Errors).Select(error => error.Code));
    }

    [Fact]
    public async Task A_chunk_costs_the_same_calls_whatever_its_size()
    {
        var (ten, hundred) = (await CallsAsync(10), await CallsAsync(100));

        Assert.Equal(
            [("Audit.Append", 1), ("Deliveries.Add", 1), ("Invitations.Change", 1), ("Invitations.Find", 1), ("Transaction.Execute", 1)],
            ten);
        Assert.Equal(ten, hundred);
    }

    [Fact]
    public async Task Of_several_answers_at_once_exactly_one_counts()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var site = NewSite();
            var id = await site.RequestAsync(new("ana@example.com"), Mia);

            var results = await Race.RunAsync(Enumerable.Range(0, 20).Select<int, Func<Task<ApprovalResult>>>(i => i % 2 == 0
                ? () => site.ApproveAsync(id, Inviter.OrganizationAdmin($"a{i}"))
                : () => site.RefuseAsync(id, Inviter.OrganizationAdmin($"a{i}"))));

            var winner = Assert.Single(results, result => result.Succeeded);
            var stored = await site.StoredAsync(id);
            Assert.Equal(stored, winner.Invitation);
            Assert.Equal(stored.Status is InvitationStatus.Pending ? 1 : 0, (await site.DeliveriesAsync(id)).Count);
            Assert.Equal(2, (await site.TrailAsync(id)).Count);
        }
    }

    [Fact]
    public async Task An_edit_in_between_is_looked_at_again_before_it_is_approved()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { Roles = ["owner"] }));

        var limited = new Inviter("u-olga", null, new() { Level = InviterLevel.OrganizationAdmin, Roles = ["editor"] });
        ApprovalCalls.AssertRefused("role.not_permitted", await site.ApproveAsync(id, limited));
        Assert.Equal(InvitationStatus.AwaitingApproval, (await site.StoredAsync(id)).Status);
    }

    private static async Task<IReadOnlyList<(string, int)>> CallsAsync(int size)
    {
        using var host = new TestHost(new TenantSettings { Authority = new() { MembersInvite = true }, Approval = new() { Members = true } });
        var list = await host.InviteAsync(People.Of(size), inviter: Mia);
        host.Calls.Clear();
        var results = await host.RunAsync<IInvitationApprovals, IReadOnlyList<ApprovalResult>>(service => service.ApproveManyAsync(
            TestHost.Acme, [.. list.Rows.Select(row => row.InvitationId!.Value)], TestHost.Admin, TestContext.Current.CancellationToken));
        Assert.All(results, result => Assert.True(result.Succeeded));
        return [.. host.Calls.Tally().Select(call => (call.Key, call.Value)).Order()];
    }

    private Site NewSite(ApprovalSettings? approval = null, Action<IServiceCollection>? services = null)
    {
        var site = new Site(services: collection =>
        {
            collection.AddScoped<IInvitationEventHandler>(_ => _events);
            services?.Invoke(collection);
        });
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true }, Approval = approval ?? new() { Members = true } };
        return site;
    }
}
