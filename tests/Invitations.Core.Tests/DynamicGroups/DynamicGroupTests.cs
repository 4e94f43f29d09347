using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.DynamicGroups;

public sealed class DynamicGroupTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private static readonly DynamicGroupRule Sales = new() { Group = "sales", Conditions = [new() { Field = "department", IsOneOf = ["Sales", "Field sales"] }] };

    [Fact]
    public async Task A_dry_run_shows_what_rules_would_add_and_acceptance_gives_it()
    {
        await using var site = SiteWith(Sales);
        var invite = new Invite("ana@example.com") { Department = "SALES", Groups = ["design"] };

        var dry = await site.TryInviteAsync(invite, options: new() { DryRun = true });
        var id = await site.InviteAsync(invite);
        Assert.Equal(["design"], (await site.StoredAsync(id)).Grant.Groups);
        var accepted = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Equal(["sales"], dry.DynamicGroups);
        Assert.Equal(["design", "sales"], accepted.Acceptance!.Grant.Groups);
        Assert.Equal(["design", "sales"], Assert.Single(site.Memberships.Calls).Grant.Groups);
        Assert.Equal(["design", "sales"], (await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups);
    }

    [Fact]
    public async Task What_holds_is_decided_at_acceptance_by_the_rules_of_that_day()
    {
        await using var site = SiteWith(Sales);
        var id = await site.InviteAsync(new Invite("ana@example.com") { Department = "Finance" });
        site.Tenants[Site.Acme] = Site.Settings with { DynamicGroups = [new() { Group = "finance", Conditions = [new() { Field = "department", IsOneOf = ["Finance"] }] }] };

        Assert.Equal(["finance"], (await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_writes_themselves_into_a_group_unless_the_rule_lets_them(bool counts)
    {
        await using var site = SiteWith(Sales with { CountsWhatPeopleFillIn = counts });
        var id = await site.InviteAsync("ana@example.com");

        var accepted = await site.AcceptAsync(await site.TokenAsync(id), Ana, new() { Department = "Sales" });

        Assert.Equal(counts ? ["sales"] : [], accepted.Acceptance!.Grant.Groups);
        Assert.Equal("Sales", accepted.Acceptance.Profile.Department);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_registers_by_themselves_has_nobody_who_vouches_for_what_they_say(bool counts)
    {
        await using var site = SiteWith(Sales with { CountsWhatPeopleFillIn = counts });
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Registration = new() { SelfRegistration = SelfRegistration.Everybody } };

        var joined = await site.AskAsync<IRegistrations, AcceptResult>(
            (service, token) => service.RegisterAsync(Site.Acme, Ana, new() { Department = "Sales" }, token));

        Assert.Equal(counts ? ["sales"] : [], joined.Acceptance!.Grant.Groups);
    }

    [Theory]
    [InlineData(GrantKind.Member, false, true)]
    [InlineData(GrantKind.Guest, false, false)]
    [InlineData(GrantKind.Guest, true, true)]
    public async Task Guests_get_only_what_a_rule_gives_to_guests(GrantKind kind, bool includesGuests, bool isGiven)
    {
        await using var site = SiteWith(Sales with { IncludesGuests = includesGuests });
        var id = await site.InviteAsync(new Invite("ana@example.com") { Kind = kind, Groups = ["design"], Department = "Sales" });

        var groups = (await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups;

        Assert.Equal(isGiven ? ["design", "sales"] : ["design"], groups);
    }

    [Theory]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-07-01", false)]
    public async Task A_date_holds_within_its_bounds(string start, bool holds)
    {
        await using var site = SiteWith(new DynamicGroupRule
        {
            Group = "design",
            Conditions = [new() { Field = "start_date", From = new(2026, 1, 1), Until = new(2026, 6, 30) }],
        });

        var dry = await DryRunAsync(site, new("ana@example.com") { StartDate = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(holds ? ["design"] : [], dry.DynamicGroups);
    }

    [Fact]
    public async Task All_conditions_of_a_rule_hold_or_it_adds_nothing_and_a_group_is_added_once()
    {
        await using var site = SiteWith(
            new DynamicGroupRule { Group = "design", Conditions = [new() { Field = "department", IsOneOf = ["R&D"] }, new() { Field = "cost_centre" }] },
            new DynamicGroupRule { Group = "design", Conditions = [new() { Field = "job_title", IsOneOf = ["Designer"] }] },
            new DynamicGroupRule { Group = "design", Conditions = [new() { Field = "language", IsOneOf = ["nl"] }] });
        site.Tenants[Site.Acme] = site.Tenants[Site.Acme] with { Fields = [new() { Key = "cost_centre", Label = "Cost centre" }] };

        Assert.Empty((await DryRunAsync(site, new("a@example.com") { Department = "R&D" })).DynamicGroups);
        Assert.Equal(["design"], (await DryRunAsync(site, new("a@example.com") { Department = "R&D", Fields = new Dictionary<string, string> { ["cost_centre"] = "1" } })).DynamicGroups);
        Assert.Equal(["design"], (await DryRunAsync(site, new("a@example.com") { JobTitle = "designer", Language = "nl" })).DynamicGroups);
        Assert.Empty((await DryRunAsync(site, new("a@example.com") { JobTitle = "designer", Groups = ["design"] })).DynamicGroups);
    }

    [Fact]
    public async Task A_group_that_the_tenant_does_not_have_is_left_out()
    {
        await using var site = SiteWith(Sales with { Group = "gone" });
        var id = await site.InviteAsync(new Invite("ana@example.com") { Department = "Sales" });

        Assert.Empty((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.Grant.Groups);
    }

    [Fact]
    public async Task The_hosts_own_rules_are_asked_once_for_a_whole_list()
    {
        var own = new ByTitle();
        await using var site = new Site(services: services => services.AddSingleton<IDynamicGroups>(own));

        var result = await site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(
            Site.Acme, [.. Enumerable.Range(0, 300).Select(i => new Invite($"p{i}@example.com") { JobTitle = i % 2 == 0 ? "design" : "Cook" })], Site.Admin, new() { DryRun = true }, token));

        Assert.Equal(1, own.Calls);
        Assert.All(result.Rows, row => Assert.Equal(row.Row % 2 == 1 ? ["design"] : [], row.DynamicGroups));
    }

    private static Site SiteWith(params DynamicGroupRule[] rules)
    {
        var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { DynamicGroups = rules };
        return site;
    }

    private static Task<InviteResult> DryRunAsync(Site site, Invite invite) => site.TryInviteAsync(invite, options: new() { DryRun = true });

    private sealed class ByTitle : IDynamicGroups
    {
        public int Calls { get; private set; }

        public ValueTask<IReadOnlyList<IReadOnlyList<string>>> FindAsync(DynamicGroupContext context, CancellationToken cancellationToken)
        {
            Calls++;
            return new([.. context.People.Select(person => (IReadOnlyList<string>)[person.Attested.JobTitle!])]);
        }
    }
}
