using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Administering;

public sealed class InviterHandoverTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);
    private static readonly Inviter Gina = new("u-gina", "Gina");
    private static readonly Inviter Olga = new("u-olga", "Olga");

    private readonly HostDirectory _directory = new()
    {
        Authorities =
        {
            ["u-gina"] = new() { Level = InviterLevel.GroupAdmin, Groups = ["design"], Roles = ["editor"] },
            ["u-olga"] = new() { Level = InviterLevel.OrganizationAdmin },
        },
    };

    [Fact]
    public async Task Whoever_reinvites_for_somebody_who_left_answers_for_the_invitation()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        _directory.Authorities.Remove("u-gina");
        site.Clock.Advance(TimeSpan.FromHours(1));

        var result = await site.ReinviteAsync(id, Olga);

        Assert.Equal(("u-olga", "Olga", false), (result.Invitation!.InvitedBy, result.Invitation.InviterName, result.Invitation.IsFromSystem));
        Assert.Equal("u-gina", Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Reinvited).Details["former_inviter"]);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task Whoever_raises_it_above_what_its_inviter_may_grant_answers_for_it()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        var result = await site.EditAsync(id, new() { Groups = ["finance"], Roles = ["owner"] }, Olga);

        Assert.Equal("u-olga", result.Invitation!.InvitedBy);
        Assert.Equal("u-gina", Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Edited).Details["former_inviter"]);
        Assert.Equal(["finance"], (await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups);
    }

    [Fact]
    public async Task An_inviter_who_could_still_make_it_stays_its_inviter()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("u-gina", (await site.ReinviteAsync(id, Olga)).Invitation!.InvitedBy);
        Assert.Equal("u-gina", (await site.EditAsync(id, new() { Roles = ["viewer"] }, Olga)).Invitation!.InvitedBy);
        Assert.DoesNotContain(await site.TrailAsync(id), entry => entry.Details.ContainsKey("former_inviter"));
    }

    [Fact]
    public async Task Where_nobody_is_asked_at_acceptance_the_inviter_stays()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Inviter.GroupAdmin("u-gina", ["design"]));

        Assert.Equal("u-gina", (await site.EditAsync(id, new() { Groups = ["finance"] })).Invitation!.InvitedBy);
    }

    [Theory]
    [InlineData(WhenAlreadyInvited.Reinvite, AuditAction.Reinvited)]
    [InlineData(WhenAlreadyInvited.MergeGrant, AuditAction.Merged)]
    public async Task Whoever_reinvites_or_merges_in_a_list_answers_for_what_somebody_left(WhenAlreadyInvited how, AuditAction action)
    {
        await using var site = NewSite();
        _directory.Authorities["u-mia"] = _directory.Authorities["u-gina"];
        var orphaned = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        var kept = await site.InviteAsync(new("bob@example.com") { Groups = ["design"] }, new Inviter("u-mia", "Mia"));
        _directory.Authorities.Remove("u-gina");
        site.Clock.Advance(TimeSpan.FromHours(1));

        var list = await site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(
            Site.Acme, [new("ana@example.com") { Roles = ["editor"] }, new("bob@example.com") { Roles = ["editor"] }], Olga, new() { WhenAlreadyInvited = how }, token));

        Assert.True(list.Succeeded);
        Assert.Equal(("u-olga", "Olga"), ((await site.StoredAsync(orphaned)).InvitedBy, (await site.StoredAsync(orphaned)).InviterName));
        Assert.Equal("u-gina", Assert.Single(await site.TrailAsync(orphaned), entry => entry.Action == action).Details["former_inviter"]);
        Assert.Equal("u-mia", (await site.StoredAsync(kept)).InvitedBy);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(orphaned), Ana)).Succeeded);
    }

    [Fact]
    public async Task A_merge_above_what_the_inviter_may_grant_is_answered_for_by_whoever_merged()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        await site.TryInviteAsync(new("ana@example.com") { Groups = ["finance"], Roles = ["owner"] }, Olga, new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant });

        Assert.Equal("u-olga", (await site.StoredAsync(id)).InvitedBy);
        Assert.Equal(["design", "finance"], (await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups);
    }

    [Fact]
    public async Task Nobody_merges_into_what_they_could_not_have_made()
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"], Roles = ["owner"] }, Olga);

        var merged = await site.TryInviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina, new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant });

        Assert.Contains("role.not_permitted", merged.Errors.Select(error => error.Code));
        Assert.Equal(1, (await site.StoredAsync(id)).Version);
    }

    private Site NewSite() => new(services: services => services.AddSingleton<IInviterAuthorityProvider>(_directory));
}
