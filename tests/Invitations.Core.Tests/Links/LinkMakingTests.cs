using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Links;

public sealed class LinkMakingTests
{
    private static readonly InvitationLinkDraft Draft = new() { Name = "Night shift" };

    [Fact]
    public async Task A_link_is_made_as_it_was_filled_in_and_lives_thirty_days()
    {
        await using var site = new Site();

        var link = await site.CreateLinkAsync(new()
        {
            Name = " Night  shift ",
            Kind = GrantKind.Guest,
            Roles = ["viewer", " "],
            Groups = ["Design team", "design"],
            Products = ["crm"],
            UseLimit = 100,
            Domains = ["Example.COM", "*.bücher.example", "example.com"],
            Language = "nl-be",
            PersonalMessage = "Welcome!",
            Metadata = new Dictionary<string, string> { ["order"] = "42" },
            RedirectPath = "/welcome",
        });

        var stored = await site.FindLinkAsync(link.Id);
        Assert.Equal(("Night shift", true, 100, 0), (stored!.Name, stored.IsActive, stored.UseLimit, stored.UseCount));
        Assert.Equal((GrantKind.Guest, "viewer", "design", "crm"), (stored.Grant.Kind, stored.Grant.Roles.Single(), stored.Grant.Groups.Single(), stored.Grant.Products.Single()));
        Assert.Equal(["example.com", "*.xn--bcher-kva.example"], stored.Domains);
        Assert.Equal(("nl-BE", "Welcome!", "42", "/welcome"), (stored.Language, stored.PersonalMessage, stored.Metadata["order"], stored.RedirectPath));
        Assert.Equal(("u-admin", "Ada Admin", site.Clock.Now.AddDays(30)), (stored.InvitedBy, stored.InviterName, stored.ExpiresAt));
    }

    [Fact]
    public async Task Every_mistake_is_reported_at_once()
    {
        await using var site = new Site();

        var result = await site.TryCreateLinkAsync(new()
        {
            Name = "  ",
            UseLimit = 0,
            Domains = ["ana@example.com", "example"],
            Roles = ["king"],
            Groups = ["nowhere"],
            RedirectPath = "https://evil.example",
            Lifetime = TimeSpan.Zero,
        });

        Assert.Equal(
            [
                "value.missing (name)", "link.use_limit_invalid (use_limit)", "domain.invalid (domains)", "domain.invalid (domains)",
                "redirect.not_local (redirect_path)", "role.unknown (roles)", "group.unknown (groups)", "lifetime.invalid (lifetime)",
            ],
            result.Errors.Select(error => error.ToString()));
        Assert.Empty((await site.ListLinksAsync()).Items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task A_cap_below_one_is_refused_and_never_means_that_there_is_none(int limit)
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { UseLimit = 1 });

        LinkCalls.Refused("link.use_limit_invalid", await site.TryCreateLinkAsync(Draft with { UseLimit = limit }));
        LinkCalls.Refused("link.use_limit_invalid", await site.EditLinkAsync(link.Id, new() { UseLimit = limit }));

        Assert.Equal(1, (await site.FindLinkAsync(link.Id))!.UseLimit);
    }

    [Fact]
    public async Task A_tenant_that_asks_for_a_cap_gets_no_link_without_one_or_with_a_higher_one()
    {
        await using var site = new Site();
        var before = await site.CreateLinkAsync();
        site.Tenants[Site.Acme] = Site.Settings with { Links = new() { MostUses = 50 } };

        LinkCalls.Refused("link.use_limit_invalid", await site.TryCreateLinkAsync(Draft));
        LinkCalls.Refused("link.use_limit_invalid", await site.TryCreateLinkAsync(Draft with { UseLimit = 51 }));
        LinkCalls.Refused("link.use_limit_invalid", await site.EditLinkAsync(before.Id, new() { Name = "Day shift" }));
        Assert.Equal(50, (await site.TryCreateLinkAsync(Draft with { UseLimit = 51 })).Errors[0].Arguments["limit"]);

        Assert.True((await site.TryCreateLinkAsync(Draft with { UseLimit = 50 })).Succeeded);
        Assert.Equal(20, (await site.EditLinkAsync(before.Id, new() { UseLimit = 20 })).Link!.UseLimit);
        LinkCalls.Refused("link.use_limit_invalid", await site.EditLinkAsync(before.Id, new() { RemoveUseLimit = true }));
    }

    [Fact]
    public async Task A_tenant_without_links_gets_none_and_nobody_joins_by_those_made_before()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        site.Tenants[Site.Acme] = Site.Settings with { Links = new() { Allowed = false } };

        LinkCalls.Refused("link.not_allowed", await site.TryCreateLinkAsync(Draft));
        LinkCalls.Refused("link.not_allowed", await site.EditLinkAsync(link.Id, new()));
        Accepting.Fixture.Refused.With("link.not_allowed", await site.PreviewLinkAsync(token));
        Accepting.Fixture.Refused.With("link.not_allowed", await site.JoinAsync(token, Acceptor.User("u-ana")));
        Assert.True((await site.DeactivateLinkAsync(link.Id)).Succeeded);
        LinkCalls.Refused("link.not_allowed", await site.ActivateLinkAsync(link.Id));
        Assert.Empty(site.Memberships.Calls);
    }

    [Fact]
    public async Task A_lifetime_is_the_tenants_or_a_shorter_one()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Expiry = new() { Link = TimeSpan.FromDays(10) } };
        site.Tenants[Site.Globex] = Site.Settings with { Expiry = new() { Link = null } };

        Assert.Equal(site.Clock.Now.AddDays(10), (await site.CreateLinkAsync()).ExpiresAt);
        Assert.Equal(site.Clock.Now.AddHours(1), (await site.CreateLinkAsync(Draft with { Lifetime = TimeSpan.FromHours(1) })).ExpiresAt);
        LinkCalls.Refused("lifetime.invalid", await site.TryCreateLinkAsync(Draft with { Lifetime = TimeSpan.FromDays(11) }));
        LinkCalls.Refused("lifetime.invalid", await site.TryCreateLinkAsync(Draft with { Lifetime = TimeSpan.FromDays(-1) }));
        Assert.Null((await site.CreateLinkAsync(tenant: Site.Globex)).ExpiresAt);
    }

    [Fact]
    public async Task An_edit_keeps_the_token_and_what_is_not_named()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { Roles = ["viewer"], UseLimit = 5, Domains = ["example.com"] });
        var token = await site.LinkTokenAsync(link.Id);
        site.Clock.Advance(TimeSpan.FromDays(1));

        var edited = await site.EditLinkAsync(link.Id, new() { Name = "Day shift", Roles = ["editor"], ExpectedVersion = link.Version });

        Assert.Empty(edited.Errors);
        Assert.Equal(("Day shift", "editor", 5, link.ExpiresAt), (edited.Link!.Name, edited.Link.Grant.Roles.Single(), edited.Link.UseLimit, edited.Link.ExpiresAt));
        Assert.Equal(token, await site.LinkTokenAsync(link.Id));
        LinkCalls.Refused("link.changed", await site.EditLinkAsync(link.Id, new() { Name = "Late", ExpectedVersion = link.Version }));
        var opened = await site.EditLinkAsync(link.Id, new() { RemoveUseLimit = true, Domains = [], Lifetime = TimeSpan.FromDays(2) });
        Assert.Equal((null, 0, site.Clock.Now.AddDays(2)), (opened.Link!.UseLimit, opened.Link.Domains.Count, opened.Link.ExpiresAt));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_so()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        site.Interference.BeforeNextWrite(() => site.EditLinkAsync(link.Id, new() { Name = "Mine" }));

        LinkCalls.Refused("link.changed", await site.EditLinkAsync(link.Id, new() { Name = "Yours" }));

        Assert.Equal("Mine", (await site.FindLinkAsync(link.Id))!.Name);
    }

    [Fact]
    public async Task A_link_into_what_is_gone_can_be_turned_off_and_edited_into_a_right_one()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { Groups = ["sales"] });
        var other = await site.CreateLinkAsync(Draft with { Groups = ["sales"] });
        site.Tenants[Site.Acme] = Site.Settings with { Groups = [new("design")] };

        Assert.True((await site.DeactivateLinkAsync(other.Id)).Succeeded);
        LinkCalls.Refused("group.unknown", await site.ActivateLinkAsync(other.Id));
        LinkCalls.Refused("group.unknown", await site.EditLinkAsync(link.Id, new() { Name = "Still there" }));
        Assert.True((await site.EditLinkAsync(link.Id, new() { Groups = ["design"] })).Succeeded);
    }

    [Fact]
    public async Task The_trail_tells_what_was_done_to_a_link_by_whom()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { UseLimit = 7 });
        await site.EditLinkAsync(link.Id, new() { UseLimit = 9 }, Inviter.OrganizationAdmin("u-ben"));
        await site.ShowLinkAsync(link.Id);
        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Acceptor.User("u-ana"));
        await site.DeactivateLinkAsync(link.Id);
        await site.ActivateLinkAsync(link.Id);

        var trail = await site.LinkHistoryAsync(link.Id);

        Assert.Equal(
            [AuditAction.LinkCreated, AuditAction.LinkEdited, AuditAction.LinkShown, AuditAction.LinkShown, AuditAction.LinkDeactivated, AuditAction.LinkActivated],
            trail!.Select(entry => entry.Action));
        Assert.Equal(("u-ben", "7"), (trail![1].Actor, trail[1].Details["former_use_limit"]));
        Assert.All(trail, entry => Assert.Equal((link.Id, (Guid?)null), (entry.LinkId!.Value, entry.InvitationId)));
        Assert.Null(await site.LinkHistoryAsync(link.Id, tenant: Site.Globex));
    }
}
