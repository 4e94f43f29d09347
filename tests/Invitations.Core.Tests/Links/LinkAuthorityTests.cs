using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Links;

/// <summary>Nobody gives by a link what they could not give by an invitation, whatever they do with it.</summary>
public sealed class LinkAuthorityTests
{
    private static readonly Dictionary<string, InvitationLinkDraft> Grants = new(StringComparer.Ordinal)
    {
        ["viewer in design"] = new() { Name = "L", Groups = ["design"], Roles = ["viewer"] },
        ["owner in design"] = new() { Name = "L", Groups = ["design"], Roles = ["owner"] },
        ["viewer in design and finance"] = new() { Name = "L", Groups = ["design", "finance"], Roles = ["viewer"] },
        ["viewer of the whole tenant"] = new() { Name = "L", Roles = ["viewer"] },
    };

    private static readonly Dictionary<string, (Inviter Who, string[] May)> Actors = new(StringComparer.Ordinal)
    {
        ["organisation admin"] = (Inviter.OrganizationAdmin("a"), [.. Grants.Keys]),
        ["organisation admin with a role"] = (
            new("a", null, new() { Level = InviterLevel.OrganizationAdmin, Roles = ["editor"] }), [.. Grants.Keys.Where(grant => grant != "owner in design")]),
        ["system"] = (Inviter.System("sync"), [.. Grants.Keys]),
        ["group admin who edits"] = (Inviter.GroupAdmin("g", ["design", "sales"], ["viewer", "editor"]), ["viewer in design"]),
        ["member who views"] = (Inviter.Member("m", ["design"], ["viewer"]), ["viewer in design", "viewer of the whole tenant"]),
        ["guest"] = (new("x", null, new() { Level = InviterLevel.Guest, Groups = ["design"], Roles = ["owner"] }), []),
        ["nobody"] = (new("x", null, InviterAuthority.None), []),
    };

    private static readonly string[] Paths = ["create", "edit", "edit into", "edit out of", "activate", "deactivate", "show"];

    public static TheoryData<string, string, string> Matrix => new(
        from actor in Actors.Keys
        from grant in Grants.Keys
        from path in Paths
        select (actor, grant, path));

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Nobody_grants_above_themselves_by_any_path_of_a_link(string actor, string grant, string path)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true } };
        var (who, may) = Actors[actor];

        // Sight is not what decides: who sees only what is their own has made it, as an administrator, before.
        var maker = who.Authority?.Level is InviterLevel.Member or InviterLevel.GroupAdmin ? Inviter.OrganizationAdmin(who.UserId) : Site.Admin;
        async Task<Guid> MadeAsync(string which, bool isOff = false)
        {
            var id = (await site.CreateLinkAsync(Grants[which], maker)).Id;
            if (isOff)
                await site.DeactivateLinkAsync(id);
            return id;
        }

        var errors = path switch
        {
            "create" => (await site.TryCreateLinkAsync(Grants[grant], who)).Errors,
            "edit" => (await site.EditLinkAsync(await MadeAsync(grant), new() { PersonalMessage = "Hello" }, who)).Errors,
            "edit into" => (await site.EditLinkAsync(
                await MadeAsync("viewer in design"), new() { Groups = Grants[grant].Groups, Roles = Grants[grant].Roles }, who)).Errors,
            "edit out of" => (await site.EditLinkAsync(await MadeAsync(grant), new() { Groups = ["design"], Roles = ["viewer"] }, who)).Errors,
            "activate" => (await site.ActivateLinkAsync(await MadeAsync(grant, isOff: true), who)).Errors,
            "deactivate" => (await site.DeactivateLinkAsync(await MadeAsync(grant), who)).Errors,
            _ => (await site.ShowLinkAsync(await MadeAsync(grant), who)).Errors,
        };

        Assert.Equal(may.Contains(grant), errors.Count == 0);
        Assert.All(errors, error => Assert.Contains(
            error.Code, (string[])["link.unknown", "inviter.unknown", "inviter.not_permitted", "group.not_permitted", "group.required", "role.not_permitted"]));
    }

    [Fact]
    public async Task At_joining_the_authority_of_whoever_answers_for_the_link_is_looked_at_again()
    {
        var directory = new HostDirectory { Authorities = { ["u-gina"] = new() { Level = InviterLevel.GroupAdmin, Groups = ["design"], Roles = ["viewer"] } } };
        await using var site = new Site(services: services => services.AddSingleton<IInviterAuthorityProvider>(directory));
        directory.Authorities["u-admin"] = new() { Level = InviterLevel.OrganizationAdmin };
        var link = await site.CreateLinkAsync(Grants["viewer in design"], new("u-gina"));
        var token = await site.LinkTokenAsync(link.Id);
        directory.Authorities.Remove("u-gina");

        var refused = await site.JoinAsync(token, Acceptor.User("u-ana"));
        Assert.Contains(refused.Errors, error => error.Code == "inviter.unknown");
        Assert.Equal("invitation.unavailable", refused.PublicError!.Code);
        Assert.Empty(site.Memberships.Calls);

        // Whoever edits it now answers for it.
        var edited = await site.EditLinkAsync(link.Id, new() { Name = "Taken over" });
        Assert.Equal("u-admin", edited.Link!.InvitedBy);
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-ana"))).Succeeded);
        Assert.Equal("u-gina", (await site.LinkHistoryAsync(link.Id))![^1].Details["former_inviter"]);
    }

    [Fact]
    public async Task At_joining_what_the_link_leads_to_is_looked_at_again()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Grants["viewer in design"]);
        var token = await site.LinkTokenAsync(link.Id);
        site.Tenants[Site.Acme] = Site.Settings with { Groups = [new("sales")] };

        Refused.With("group.unknown", await site.JoinAsync(token, Acceptor.User("u-ana")));

        site.Tenants[Site.Acme] = Site.Settings with { Groups = [new("sales")], Acceptance = new() { TargetGone = GrantRecheck.Keep } };
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-ana"))).Succeeded);
    }

    [Fact]
    public async Task A_policy_of_the_host_has_a_say_about_links_and_about_everybody_who_joins()
    {
        await using var site = new Site(builder => builder.AddPolicy<NotOnMondays>());
        site.Clock.Now = AdjustableClock.Start.AddDays(1);
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        site.Clock.Now = AdjustableClock.Start;

        LinkCalls.Refused("monday.closed", await site.TryCreateLinkAsync(new() { Name = "L" }));
        Refused.With("monday.closed", await site.JoinAsync(token, Acceptor.User("u-ana", ["ana@example.com"])));
    }

    [Fact]
    public async Task Links_are_seen_by_admins_their_makers_and_the_admins_of_their_groups()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true } };
        var gina = Inviter.GroupAdmin("u-gina", ["design"]);
        var mia = Inviter.Member("u-mia");
        var design = await site.CreateLinkAsync(new() { Name = "Design", Groups = ["design"] });
        var whole = await site.CreateLinkAsync();
        var ofMia = await site.CreateLinkAsync(actor: mia);

        Assert.Equal(3, (await site.ListLinksAsync()).Items.Count);
        Assert.Equal([design.Id], (await site.ListLinksAsync(viewer: gina)).Items.Select(link => link.Id));
        Assert.Equal([ofMia.Id], (await site.ListLinksAsync(viewer: mia)).Items.Select(link => link.Id));
        Assert.Equal("inviter.not_permitted", Assert.Single((await site.ListLinksAsync(viewer: new("x", null, new() { Level = InviterLevel.Guest }))).Errors).Code);
        Assert.Null(await site.FindLinkAsync(whole.Id, gina));
        LinkCalls.Refused("link.unknown", await site.DeactivateLinkAsync(whole.Id, mia));
        LinkCalls.Refused("link.unknown", await site.DeactivateLinkAsync(whole.Id, tenant: Site.Globex));
        Assert.Empty((await site.ListLinksAsync(tenant: Site.Globex)).Items);
    }

    [Fact]
    public async Task A_list_of_links_goes_on_until_its_last_page()
    {
        await using var site = new Site();
        for (var i = 0; i < 5; i++)
            await site.CreateLinkAsync(new() { Name = $"Link {i}" });
        var names = new List<string>();
        var request = new LinkListRequest { PageSize = 2 };
        do
        {
            var page = await site.ListLinksAsync(request);
            names.AddRange(page.Items.Select(link => link.Name));
            request = request with { Cursor = page.NextCursor };
        }
        while (request.Cursor is not null);

        Assert.Equal(["Link 4", "Link 3", "Link 2", "Link 1", "Link 0"], names);
        Assert.Equal("cursor.invalid", Assert.Single((await site.ListLinksAsync(new() { Cursor = "!" })).Errors).Code);
    }

    private sealed class NotOnMondays : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) => new(
            context.Now.DayOfWeek is DayOfWeek.Monday && context.Operation is InvitationOperation.CreateLink or InvitationOperation.Join && row.Link is not null
                ? new InvitationError("monday.closed")
                : null);
    }
}
