using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Links;

public sealed class LinkSwitchTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task Off_kills_a_link_at_once_and_on_again_makes_a_new_one_while_the_former_stays_dead()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var former = await site.LinkTokenAsync(link.Id);

        Assert.False((await site.DeactivateLinkAsync(link.Id)).Link!.IsActive);
        Refused.With("link.inactive", await site.JoinAsync(former, Ana));
        Refused.With("link.inactive", await site.PreviewLinkAsync(former));
        Refused.With("link.inactive", await site.ShowLinkAsync(link.Id));

        Assert.True((await site.ActivateLinkAsync(link.Id)).Link!.IsActive);
        var present = await site.LinkTokenAsync(link.Id);
        Assert.NotEqual(former, present);
        Refused.With("token.superseded", await site.JoinAsync(former, Ana));
        Refused.With("token.superseded", await site.PreviewLinkAsync(former));
        Assert.True((await site.JoinAsync(present, Ana)).Succeeded);

        await site.DeactivateLinkAsync(link.Id);
        await site.ActivateLinkAsync(link.Id);
        Refused.With("token.superseded", await site.JoinAsync(former, Acceptor.User("u-ben")));
        Refused.With("token.superseded", await site.JoinAsync(present, Acceptor.User("u-ben")));
    }

    [Fact]
    public async Task Turning_off_and_on_twice_changes_nothing()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);

        Assert.Equal(link, (await site.ActivateLinkAsync(link.Id)).Link);
        Assert.Equal(token, await site.LinkTokenAsync(link.Id));
        var off = (await site.DeactivateLinkAsync(link.Id)).Link;
        Assert.Equal(off, (await site.DeactivateLinkAsync(link.Id)).Link);
    }

    [Fact]
    public async Task On_again_has_a_new_lifetime_and_the_uses_count_on()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(new() { Name = "One place", UseLimit = 1, Lifetime = TimeSpan.FromDays(1) });
        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana);
        site.Clock.Advance(TimeSpan.FromDays(2));
        Refused.With("link.expired", await site.ShowLinkAsync(link.Id));

        var activated = (await site.ActivateLinkAsync(link.Id)).Link!;

        Assert.Equal((site.Clock.Now.AddDays(30), 1), (activated.ExpiresAt, activated.UseCount));
        var token = await site.LinkTokenAsync(link.Id);
        Refused.With("link.exhausted", await site.JoinAsync(token, Acceptor.User("u-ben")));
        await site.EditLinkAsync(link.Id, new() { UseLimit = 2 });
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-ben"))).Succeeded);
    }

    [Fact]
    public async Task Whoever_turns_a_link_off_wins_over_an_edit_in_between()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        site.Interference.BeforeNextWrite(() => site.EditLinkAsync(link.Id, new() { Name = "Day shift" }));

        var off = await site.DeactivateLinkAsync(link.Id);

        Assert.Equal((false, "Day shift"), (off.Link!.IsActive, off.Link.Name));
    }

    [Fact]
    public async Task Somebody_who_was_about_to_join_when_it_was_turned_off_is_told_so()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        site.Interference.BeforeNextWrite(() => site.DeactivateLinkAsync(link.Id));

        Refused.With("link.inactive", await site.JoinAsync(token, Ana));

        Assert.Empty(site.Memberships.Calls);
        Assert.Equal(0, await site.CountedAsync(link));
    }

    [Fact]
    public async Task A_retired_key_kills_a_link_until_it_is_shown_again()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        site.Keys.Current = new(Secrets.KnownKeys.Other);

        Refused.With("token.invalid", await site.JoinAsync(token, Ana));

        Assert.True((await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana)).Succeeded);
    }
}
