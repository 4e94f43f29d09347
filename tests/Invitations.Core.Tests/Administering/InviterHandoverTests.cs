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

    private Site NewSite() => new(services: services => services.AddSingleton<IInviterAuthorityProvider>(_directory));
}
