using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

public sealed class WhoMayInviteTests
{
    private static readonly TenantSettings Settings = new() { Groups = [new("g1"), new("g2")], Roles = ["viewer", "editor", "admin"] };

    public static TheoryData<InviterLevel, bool, bool, string?> Levels => new()
    {
        { InviterLevel.OrganizationAdmin, false, false, null },
        { InviterLevel.GroupAdmin, true, false, null },
        { InviterLevel.GroupAdmin, false, true, "inviter.not_permitted" },
        { InviterLevel.Member, false, true, null },
        { InviterLevel.Member, true, false, "inviter.not_permitted" },
        { InviterLevel.Guest, true, true, "inviter.not_permitted" },
        { InviterLevel.None, true, true, "inviter.unknown" },
        { (InviterLevel)99, true, true, "inviter.not_permitted" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Who_may_invite_the_level_and_the_tenant_say(InviterLevel level, bool groupAdmins, bool members, string? code)
    {
        using var host = new TestHost(Settings with { Authority = new() { GroupAdminsInvite = groupAdmins, MembersInvite = members } });
        var inviter = new Inviter("u-1", authority: new() { Level = level, Groups = ["g1"] });

        var result = await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"] }, inviter: inviter);

        Assert.Equal(code is null ? [] : [code], result.Codes());
    }

    [Fact]
    public async Task Somebody_of_whom_nothing_is_known_invites_nobody()
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], Roles = ["viewer"] }, inviter: new Inviter("u-1"));

        Assert.Equal(["inviter.unknown", "role.not_permitted", "group.not_permitted"], result.Codes());
    }

    [Fact]
    public async Task A_trusted_part_of_the_host_grants_whatever_exists()
    {
        using var host = new TestHost(Settings, authorities: new FakeAuthorities());
        var sync = Inviter.System("directory sync");

        (await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g2"], Roles = ["admin"] }, inviter: sync)).AssertSucceeded();
        (await host.InviteAsync(new Invite("bob@example.com") { Groups = ["g9"] }, inviter: sync)).AssertRefused("group.unknown", "groups", ("group", "g9"));

        var invitation = (await host.ReadAsync()).OfEmail("ana@example.com");
        Assert.Equal(("directory sync", true), (invitation.InvitedBy, invitation.IsFromSystem));
    }

    [Fact]
    public async Task What_the_host_looks_up_overrules_what_was_declared()
    {
        var authorities = new FakeAuthorities { ByUser = { ["u-1"] = new() { Level = InviterLevel.Guest }, ["u-2"] = new() { Level = InviterLevel.OrganizationAdmin } } };
        using var host = new TestHost(Settings, authorities: authorities);

        (await host.InviteAsync(new Invite("ana@example.com"), inviter: Inviter.OrganizationAdmin("u-1"))).AssertRefused("inviter.not_permitted", null);
        (await host.InviteAsync(new Invite("ana@example.com"), inviter: Inviter.OrganizationAdmin("u-3"))).AssertRefused("inviter.unknown", null);
        (await host.InviteAsync(new Invite("ana@example.com"), inviter: Inviter.Member("u-2"))).AssertSucceeded();
    }

    [Fact]
    public async Task The_authority_is_looked_up_once_an_operation()
    {
        var authorities = new FakeAuthorities { ByUser = { ["u-1"] = new() { Level = InviterLevel.OrganizationAdmin } } };
        using var host = new TestHost(options: options => options.ChunkSize = 10, authorities: authorities);

        Assert.True((await host.InviteAsync(People.Of(50), inviter: new Inviter("u-1"))).Succeeded);

        Assert.Equal(1, authorities.Calls);
    }

    [Theory]
    [InlineData("g1", null)]
    [InlineData("g2", "group.not_permitted")]
    [InlineData("g9", "group.unknown")]
    [InlineData("", "group.required")]
    public async Task A_group_admin_reaches_into_own_groups_alone(string group, string? code)
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(new Invite("ana@example.com") { Groups = [group] }, inviter: Inviter.GroupAdmin("u-1", ["g1"]));

        Assert.Equal(code is null ? [] : [code], result.Codes());
        Assert.All(result.Errors, error => Assert.Equal("groups", error.Field));
    }

    [Fact]
    public async Task A_group_by_name_is_the_group()
    {
        using var host = new TestHost(Settings with { Groups = [new("g1", "Design"), new("g2", "g1")] });

        (await host.InviteAsync(new Invite("ana@example.com") { Groups = ["DESIGN", "g1"] }, inviter: Inviter.GroupAdmin("u-1", ["g1"]))).AssertSucceeded();

        Assert.Equal(["g1"], (await host.ReadAsync()).OfEmail("ana@example.com").Grant.Groups);
    }

    [Fact]
    public async Task A_member_invites_into_own_groups_or_into_none()
    {
        using var host = new TestHost(Settings with { Authority = new() { MembersInvite = true } });
        var member = Inviter.Member("u-1", ["g1"]);

        (await host.InviteAsync(new Invite("a@example.com"), inviter: member)).AssertSucceeded();
        (await host.InviteAsync(new Invite("b@example.com") { Groups = ["g1"] }, inviter: member)).AssertSucceeded();
        (await host.InviteAsync(new Invite("c@example.com") { Groups = ["g1", "g2"] }, inviter: member))
            .AssertRefused("group.not_permitted", "groups", ("group", "g2"));
    }

    public static TheoryData<InviterLevel, string, string, bool> Ranks => new()
    {
        { InviterLevel.OrganizationAdmin, "", "admin", true },
        { InviterLevel.OrganizationAdmin, "editor", "admin", false },
        { InviterLevel.OrganizationAdmin, "editor", "editor", true },
        { InviterLevel.OrganizationAdmin, "gone", "viewer", false },
        { InviterLevel.GroupAdmin, "", "viewer", false },
        { InviterLevel.GroupAdmin, "editor", "viewer", true },
        { InviterLevel.GroupAdmin, "editor", "admin", false },
        { InviterLevel.GroupAdmin, "viewer,admin", "admin", true },
    };

    [Theory]
    [MemberData(nameof(Ranks))]
    public async Task Nobody_grants_a_role_above_their_own(InviterLevel level, string held, string granted, bool isAllowed)
    {
        using var host = new TestHost(Settings);
        var inviter = new Inviter("u-1", authority: new() { Level = level, Groups = ["g1"], Roles = held.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        var result = await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], Roles = [granted] }, inviter: inviter);

        if (isAllowed)
            result.AssertSucceeded();
        else
            result.AssertRefused("role.not_permitted", "roles", ("role", granted));
    }

    [Fact]
    public async Task The_admin_column_does_not_lift_anybody_above_the_inviter()
    {
        using var host = new TestHost(Settings);
        var inviter = Inviter.GroupAdmin("u-1", ["g1"], ["editor"]);

        (await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], Admin = true }, inviter: inviter))
            .AssertRefused("role.not_permitted", "roles", ("role", "admin"));
    }
}
