using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.LineManagers;

public sealed class LineManagerTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private readonly Managers _managers = new();

    [Theory]
    [InlineData("Grace Hopper")]
    [InlineData("grace@example.com")]
    [InlineData("u-grace")]
    public async Task A_name_an_address_or_an_id_becomes_the_account_and_reaches_the_handler(string text)
    {
        await using var site = NewSite();
        var id = await site.InviteAsync(new Invite("ana@example.com") { LineManager = text });

        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        var profile = Assert.Single(site.Memberships.Calls).Profile;
        Assert.Equal((text, "u-grace"), (profile.LineManager, profile.LineManagerId));
    }

    [Theory]
    [InlineData("Nobody Known", "line_manager.unknown")]
    [InlineData("Ada", "line_manager.ambiguous")]
    public async Task Whoever_cannot_be_told_is_a_warning_or_an_error_as_the_tenant_says(string text, string code)
    {
        await using var site = NewSite();
        var invite = new Invite("ana@example.com") { LineManager = text };

        var dry = await site.TryInviteAsync(invite, options: new() { DryRun = true });
        var warned = await site.TryInviteAsync(invite);
        site.Tenants[Site.Acme] = Site.Settings with { LineManagers = LineManagerRule.Refuse };
        var refused = await site.TryInviteAsync(new("bob@example.com") { LineManager = text });

        Assert.All([dry, warned], result =>
        {
            Assert.True(result.Succeeded);
            Assert.Equal((code, "line_manager", text), (Assert.Single(result.Warnings).Code, result.Warnings[0].Field, result.Warnings[0].Arguments["manager"]));
        });
        Assert.Null((await site.StoredAsync(warned.InvitationId!.Value)).Profile.LineManagerId);
        Assert.Equal((code, "line_manager"), (Assert.Single(refused.Errors).Code, refused.Errors[0].Field));
        Assert.Empty(refused.Warnings);
    }

    [Fact]
    public async Task A_list_asks_once_each_text_once()
    {
        await using var site = NewSite();

        await site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(
            Site.Acme, [.. Enumerable.Range(0, 300).Select(i => new Invite($"p{i}@example.com") { LineManager = i % 2 == 0 ? "Ada" : "Grace Hopper" })], Site.Admin, null, token));

        Assert.Equal(["Ada", "Grace Hopper"], Assert.Single(_managers.Asked).Order());
    }

    [Fact]
    public async Task An_edit_is_held_to_the_same_rule()
    {
        await using var site = NewSite();
        site.Tenants[Site.Acme] = Site.Settings with { LineManagers = LineManagerRule.Refuse };
        var id = await site.InviteAsync("ana@example.com");

        Refused.With("line_manager.unknown", await site.EditAsync(id, new() { Profile = new() { LineManager = "Nobody Known" } }));
        Assert.Equal("u-grace", (await site.EditAsync(id, new() { Profile = new() { LineManager = "u-grace" } })).Invitation!.Profile.LineManagerId);
        Assert.Null((await site.EditAsync(id, new() { Profile = new() { FirstName = "Ana", LineManagerId = "u-forged" } })).Invitation!.Profile.LineManagerId);
    }

    [Fact]
    public async Task At_acceptance_another_name_is_resolved_again_and_nobody_learns_who_has_an_account()
    {
        await using var site = NewSite();
        site.Tenants[Site.Acme] = Site.Settings with { LineManagers = LineManagerRule.Refuse };
        var (ana, bob) = (await site.InviteAsync(new Invite("ana@example.com") { LineManager = "u-grace" }), await site.InviteAsync(new Invite("bob@example.com") { LineManager = "u-grace" }));

        var toUnknown = await site.AcceptAsync(await site.TokenAsync(ana), Ana, new() { LineManager = "Nobody Known", LineManagerId = "u-forged" });
        var unchanged = await site.AcceptAsync(await site.TokenAsync(bob), Acceptor.User("u-bob", ["bob@example.com"]), new() { FirstName = "Bob", LineManagerId = "u-forged" });

        Assert.Equal(("Nobody Known", null), (toUnknown.Acceptance!.Profile.LineManager, toUnknown.Acceptance.Profile.LineManagerId));
        Assert.Equal("u-grace", unchanged.Acceptance!.Profile.LineManagerId);
    }

    [Fact]
    public async Task Without_a_directory_the_text_is_kept_as_it_is()
    {
        await using var site = new Site();

        var result = await site.TryInviteAsync(new("ana@example.com") { LineManager = "Nobody Known" });

        Assert.Empty(result.Warnings);
        Assert.Equal("Nobody Known", (await site.StoredAsync(result.InvitationId!.Value)).Profile.LineManager);
    }

    private Site NewSite() => new(services: services => services.AddSingleton<ILineManagerDirectory>(_managers));

    private sealed class Managers : ILineManagerDirectory
    {
        private static readonly (string Text, string User)[] Known =
        [
            ("Grace Hopper", "u-grace"), ("grace@example.com", "u-grace"), ("u-grace", "u-grace"), ("Ada", "u-ada"), ("Ada", "u-ada2"),
        ];

        public List<IReadOnlyCollection<string>> Asked { get; } = [];

        public ValueTask<IReadOnlyCollection<LineManagerMatch>> FindAsync(LineManagerQuery query, CancellationToken cancellationToken)
        {
            Asked.Add(query.Texts);
            return new([.. Known.Where(known => query.Texts.Contains(known.Text)).Select(known => new LineManagerMatch(known.Text, known.User))]);
        }
    }
}
