using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class RowOverOptionsTests : IDisposable
{
    private static readonly DateTimeOffset NextYear = FakeClock.Start.AddYears(1);

    private static readonly InviteOptions Options = new()
    {
        Kind = GrantKind.Guest,
        Roles = ["editor", "admin"],
        Groups = ["g1"],
        Products = ["crm"],
        Language = "nl",
        PersonalMessage = "From the batch",
        MembershipEndsAt = NextYear,
        Metadata = new Dictionary<string, string> { ["batch"] = "yes" },
        RedirectPath = "/batch",
    };

    private readonly TestHost _host = new(new TenantSettings
    {
        Roles = ["viewer", "editor", "admin"],
        Groups = [new("g1", "Design"), new("g2", "Sales")],
        Products = ["crm", "erp"],
    });

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_row_that_says_nothing_gets_what_the_options_say()
    {
        var invitation = await InvitedAsync(new Invite("ana@example.com"));

        var grant = invitation.Grant;
        Assert.Equal((GrantKind.Guest, NextYear), (grant.Kind, grant.MembershipEndsAt));
        Assert.Equal(["editor", "admin"], grant.Roles);
        Assert.Equal(["g1"], grant.Groups);
        Assert.Equal(["crm"], grant.Products);
        Assert.Equal(("nl", "From the batch", "/batch"), (invitation.Profile.Language, invitation.PersonalMessage, invitation.RedirectPath));
        Assert.Equal("yes", invitation.Metadata["batch"]);
    }

    [Fact]
    public async Task What_a_row_says_wins()
    {
        var end = NextYear.AddDays(1);
        var invitation = await InvitedAsync(new Invite("ana@example.com")
        {
            Kind = GrantKind.Member,
            Roles = [" viewer ", "viewer", ""],
            Groups = ["sales", "g2"],
            Products = ["erp"],
            Language = "fr",
            PersonalMessage = "From the row",
            MembershipEndsAt = end,
            Metadata = new Dictionary<string, string> { ["row"] = "yes" },
            RedirectPath = "/row",
        });

        var grant = invitation.Grant;
        Assert.Equal((GrantKind.Member, end), (grant.Kind, grant.MembershipEndsAt));
        Assert.Equal(["viewer"], grant.Roles);
        Assert.Equal(["g2"], grant.Groups);
        Assert.Equal(["erp"], grant.Products);
        Assert.Equal(("fr", "From the row", "/row"), (invitation.Profile.Language, invitation.PersonalMessage, invitation.RedirectPath));
        Assert.Equal(["row"], invitation.Metadata.Keys);
    }

    [Fact]
    public async Task Empty_lists_and_texts_take_away()
    {
        var invitation = await InvitedAsync(new Invite("ana@example.com")
        {
            Kind = GrantKind.Member,
            Roles = [],
            Groups = [],
            Products = [],
            Language = "",
            PersonalMessage = "",
            Metadata = new Dictionary<string, string>(),
            RedirectPath = "",
        });

        Assert.Empty(invitation.Grant.Roles);
        Assert.Empty(invitation.Grant.Groups);
        Assert.Empty(invitation.Grant.Products);
        Assert.Equal((null, null, null), (invitation.Profile.Language, invitation.PersonalMessage, invitation.RedirectPath));
        Assert.Empty(invitation.Metadata);
    }

    [Fact]
    public async Task Admin_false_undoes_the_admin_of_the_options() =>
        Assert.Equal(["editor"], (await InvitedAsync(new Invite("ana@example.com") { Admin = false })).Grant.Roles);

    [Fact]
    public async Task Admin_true_adds_the_admin_role_once()
    {
        Assert.Equal(["editor", "admin"], (await InvitedAsync(new Invite("ana@example.com") { Admin = true })).Grant.Roles);
        Assert.Equal(["viewer", "admin"], (await InvitedAsync(new Invite("bob@example.com") { Admin = true, Roles = ["viewer"] })).Grant.Roles);
    }

    [Fact]
    public async Task Admin_false_undoes_the_admin_of_the_row_too() =>
        Assert.Empty((await InvitedAsync(new Invite("ana@example.com") { Admin = false, Roles = ["admin"] })).Grant.Roles);

    [Fact]
    public async Task Which_role_admin_is_the_tenant_says()
    {
        using var host = new TestHost(new TenantSettings { Roles = ["owner"], AdminRole = "owner" });

        (await host.InviteAsync(new Invite("ana@example.com") { Admin = true })).AssertSucceeded();

        Assert.Equal(["owner"], (await host.ReadAsync()).OfEmail("ana@example.com").Grant.Roles);
    }

    private async Task<Invitation> InvitedAsync(Invite invite)
    {
        (await _host.InviteAsync(invite, Options)).AssertSucceeded();
        return (await _host.ReadAsync()).OfEmail(invite.Email!);
    }
}
