using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting;

public sealed class AcceptanceCheckTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);
    private static readonly Inviter Gina = new("u-gina", "Gina");
    private static readonly Invite ToDesign = new("ana@example.com") { Groups = ["design"], Roles = ["editor"], Products = ["crm"] };

    private static readonly InviterAuthority OfGina = new() { Level = InviterLevel.GroupAdmin, Groups = ["design", "sales"], Roles = ["editor"] };

    public static TheoryData<string, InviterAuthority?, string[]> Losses => new()
    {
        { "left the tenant", null, ["inviter.unknown", "role.not_permitted", "group.not_permitted"] },
        { "became a guest", OfGina with { Level = InviterLevel.Guest }, ["inviter.not_permitted"] },
        { "became a member", OfGina with { Level = InviterLevel.Member }, ["inviter.not_permitted"] },
        { "lost the group", OfGina with { Groups = ["sales"] }, ["group.not_permitted"] },
        { "lost the role", OfGina with { Roles = ["viewer"] }, ["role.not_permitted"] },
    };

    public static TheoryData<string, TenantSettings, string> Targets => new()
    {
        { "group", Site.Settings with { Groups = [new("sales"), new("finance")] }, "group.unknown" },
        { "role", Site.Settings with { Roles = ["viewer", "owner"] }, "role.unknown" },
        { "product", Site.Settings with { Products = ["desk"] }, "product.not_enabled" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task An_inviter_who_could_not_make_it_any_more_lets_nobody_in(string what, InviterAuthority? today, string[] codes)
    {
        var directory = new HostDirectory { Authorities = { ["u-gina"] = OfGina } };
        await using var site = With(directory);
        var id = await site.InviteAsync(ToDesign, Gina);
        Set(directory, today);

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.NotEmpty(what);
        Assert.Equal(codes, result.Errors.Select(error => error.Code));
        Assert.Equal("invitation.unavailable", result.PublicError!.Code);
        Assert.Empty(site.Memberships.Calls);
        Set(directory, OfGina);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_tenant_may_keep_what_such_an_inviter_had_offered(string what, InviterAuthority? today, string[] codes)
    {
        var directory = new HostDirectory { Authorities = { ["u-gina"] = OfGina } };
        await using var site = With(directory);
        var id = await site.InviteAsync(ToDesign, Gina);
        Set(directory, today);
        site.Tenants[Site.Acme] = Site.Settings with { Acceptance = new() { InviterLostAuthority = LostAuthority.Keep } };

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.True(result.Succeeded, $"{what}: {codes[0]}");
        Assert.Equal(["design"], result.Acceptance!.Grant.Groups);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_group_role_or_product_that_is_gone_lets_nobody_in(string what, TenantSettings today, string code)
    {
        await using var site = new Site();
        var id = await site.InviteAsync(ToDesign);
        site.Tenants[Site.Acme] = today;

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Refused.With(code, result);
        Assert.Equal((what, InvitationStatus.Pending), (what, (await site.StoredAsync(id)).Status));
        site.Tenants[Site.Acme] = Site.Settings;
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_tenant_may_keep_a_grant_whose_target_is_gone(string what, TenantSettings today, string code)
    {
        await using var site = new Site();
        var id = await site.InviteAsync(ToDesign);
        site.Tenants[Site.Acme] = today with { Acceptance = new() { TargetGone = GrantRecheck.Keep } };

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded, $"{what}: {code}");
    }

    [Fact]
    public async Task To_keep_lost_authority_does_not_keep_targets_that_are_gone()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(ToDesign);
        site.Tenants[Site.Acme] = Site.Settings with { Groups = [], Acceptance = new() { InviterLostAuthority = LostAuthority.Keep } };

        Refused.With("group.unknown", await site.AcceptAsync(await site.TokenAsync(id), Ana));
    }

    [Fact]
    public async Task What_a_trusted_system_invited_needs_no_person_behind_it()
    {
        await using var site = With(new HostDirectory());
        var id = await site.InviteAsync(ToDesign, Inviter.System("directory sync"));

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task Where_nobody_can_say_what_the_inviter_may_do_today_the_grant_holds()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(ToDesign, Inviter.GroupAdmin("u-gina", ["design"], ["editor"]));

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task A_policy_of_the_host_is_asked_at_acceptance_too()
    {
        await using var site = new Site(with: builder => builder.AddPolicy<NobodyOnMonday>());
        var id = await site.InviteAsync(ToDesign);

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Refused.With("monday.closed", result);
        Assert.Equal("We are closed.", result.PublicError!.Message);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    private static Site With(HostDirectory directory) => new(services: services => services.AddSingleton<IInviterAuthorityProvider>(directory));

    private static void Set(HostDirectory directory, InviterAuthority? authority)
    {
        directory.Authorities.Remove("u-gina");
        if (authority is not null)
            directory.Authorities["u-gina"] = authority;
    }

    private sealed class NobodyOnMonday : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) => new(
            context is { Operation: InvitationOperation.Accept, Now.DayOfWeek: DayOfWeek.Monday }
                ? new InvitationError("monday.closed") { Text = "We are closed." }
                : null);
    }
}
