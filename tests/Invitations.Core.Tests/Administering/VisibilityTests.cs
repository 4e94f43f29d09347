using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

/// <summary>Every method that takes an id, for everybody who must not learn that there is such an invitation.</summary>
public sealed class VisibilityTests
{
    public static TheoryData<string, Inviter> Strangers => new()
    {
        { "a guest", new("u-guest", null, new() { Level = InviterLevel.Guest, Groups = ["design"] }) },
        { "nobody", new("u-nobody", null, InviterAuthority.None) },
        { "somebody without any known authority", new("u-unknown") },
        { "a member who did not invite", Inviter.Member("u-member", ["design"]) },
        { "the admin of another group", Inviter.GroupAdmin("u-other", ["sales"], ["owner"]) },
        { "the admin of a group whose id differs in case", Inviter.GroupAdmin("u-case", ["Design"], ["owner"]) },
        { "the admin of no group", Inviter.GroupAdmin("u-none", [], ["owner"]) },
        { "the inviter's id in other letters", Inviter.Member("U-ADMIN", ["design"]) },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whoever_may_not_see_it_gets_the_answer_for_an_unknown_one_from_every_method(string who, Inviter stranger)
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Groups = ["design"] });
        site.Clock.Advance(TimeSpan.FromHours(1));

        await AssertUnknownAsync(site, id, stranger, Site.Acme);

        Assert.NotEmpty(who);
    }

    [Fact]
    public async Task An_id_of_another_tenant_is_unknown_to_every_method()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromHours(1));

        await AssertUnknownAsync(site, id, Site.Admin, Site.Globex);
        await AssertUnknownAsync(site, id, Inviter.System("sync"), Site.Globex);
        await AssertUnknownAsync(site, id, Site.Admin, "ACME");
    }

    [Fact]
    public async Task An_id_that_does_not_exist_is_answered_alike()
    {
        await using var site = new Site();

        await AssertUnknownAsync(site, Guid.NewGuid(), Site.Admin, Site.Acme, exists: false);
        await AssertUnknownAsync(site, Guid.Empty, Site.Admin, Site.Acme, exists: false);
    }

    [Fact]
    public async Task A_tenant_that_was_never_set_is_a_mistake_of_the_host_in_every_method()
    {
        await using var site = new Site();
        Func<Task>[] calls =
        [
            () => site.AskAsync<IInvitationAdministration, object>(async (service, token) => await service.ReinviteAsync(default, Guid.Empty, Site.Admin, token)),
            () => site.AskAsync<IInvitationAdministration, object>(async (service, token) => await service.RevokeAsync(default, Guid.Empty, Site.Admin, token)),
            () => site.AskAsync<IInvitationAdministration, object>(async (service, token) => await service.EditAsync(default, Guid.Empty, new(), Site.Admin, token)),
            () => site.AskAsync<IInvitationAdministration, object>(async (service, token) => await service.ShowSecretAsync(default, Guid.Empty, Site.Admin, token)),
            () => site.AskAsync<IInvitationQueries, object?>(async (service, token) => await service.FindAsync(default, Guid.Empty, Site.Admin, token)),
            () => site.AskAsync<IInvitationQueries, object?>(async (service, token) => await service.GetHistoryAsync(default, Guid.Empty, Site.Admin, token)),
            () => site.AskAsync<IInvitationQueries, object>(async (service, token) => await service.ListAsync(default, Site.Admin, null, token)),
        ];

        foreach (var call in calls)
            Assert.StartsWith("INV008", (await Assert.ThrowsAsync<InvalidOperationException>(call)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u-member", true)]
    [InlineData("u-colleague", false)]
    public async Task A_member_sees_what_the_member_invited(string userId, bool sees)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true } };
        var id = await site.InviteAsync(new("ana@example.com"), Inviter.Member("u-member"));

        Assert.Equal(sees, await site.FindAsync(id, Inviter.Member(userId)) is not null);
        Assert.Equal(sees, (await site.RevokeAsync(id, Inviter.Member(userId))).Succeeded);
    }

    [Fact]
    public async Task A_group_admin_sees_what_leads_into_the_own_groups_and_what_they_invited()
    {
        await using var site = new Site();
        var gina = Inviter.GroupAdmin("u-gina", ["design", "sales"]);
        var (own, inside, outside) = (
            await site.InviteAsync(new("a@example.com") { Groups = ["sales"] }, gina),
            await site.InviteAsync(new Invite("b@example.com") { Groups = ["finance", "design"] }),
            await site.InviteAsync(new Invite("c@example.com") { Groups = ["finance"] }));

        Assert.NotNull(await site.FindAsync(own, Inviter.GroupAdmin("u-gina", [])));
        Assert.NotNull(await site.FindAsync(inside, gina));
        Assert.Null(await site.FindAsync(outside, gina));
    }

    private static async Task AssertUnknownAsync(Site site, Guid id, Inviter actor, TenantId tenant, bool exists = true)
    {
        var before = exists ? (await site.StoredAsync(id), await site.TrailAsync(id)) : default;

        Refused.With("invitation.unknown", await site.ReinviteAsync(id, actor, tenant));
        Refused.With("invitation.unknown", await site.RevokeAsync(id, actor, tenant));
        Refused.With("invitation.unknown", await site.EditAsync(id, new() { PersonalMessage = "Mine now" }, actor, tenant));
        Refused.With("invitation.unknown", await site.ShowAsync(id, actor, tenant));
        Assert.Null(await site.FindAsync(id, actor, tenant));
        Assert.Null(await site.HistoryAsync(id, actor, tenant));

        if (exists)
        {
            Assert.Equal(before.Item1, await site.StoredAsync(id));
            Assert.Equal(before.Item2, await site.TrailAsync(id));
        }
    }
}
