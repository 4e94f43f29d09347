using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

/// <summary>Groups, roles and products come and go while invitations are open.</summary>
public sealed class GoneTargetTests
{
    private static readonly TenantSettings Before = new() { Groups = [new("g1"), new("g2")], Roles = ["viewer", "editor"], Products = ["crm"] };

    public static TheoryData<string> Gone => ["group", "role", "product", "guests"];

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task An_invitation_can_be_taken_back_although_what_it_grants_is_gone(string what)
    {
        var (host, invitation) = await InvitedAsync(what);
        using (host)
        {
            var result = await host.RunAsync<IInvitationAdministration, AdministrationResult>(
                service => service.RevokeAsync(TestHost.Acme, invitation, TestHost.Admin, TestContext.Current.CancellationToken));

            Assert.Empty(result.Errors);
            Assert.Equal(InvitationStatus.Revoked, Assert.Single((await host.ReadAsync()).Invitations).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task It_cannot_be_issued_again(string what)
    {
        var (host, _) = await InvitedAsync(what);
        using (host)
        {
            var result = await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite });

            Assert.Equal([what switch { "group" => "group.unknown", "role" => "role.unknown", "product" => "product.not_enabled", _ => "guest.not_allowed" }], result.Codes());
        }
    }

    [Fact]
    public async Task A_group_admin_takes_nothing_back_out_of_reach()
    {
        using var host = new TestHost(Before);
        var invited = await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1", "g2"] });

        var result = await host.RunAsync<IInvitationAdministration, AdministrationResult>(
            service => service.RevokeAsync(TestHost.Acme, invited.InvitationId!.Value, Inviter.GroupAdmin("u-2", ["g1"]), TestContext.Current.CancellationToken));

        ResultAssertions.AssertError(Assert.Single(result.Errors), "group.not_permitted", "groups", ("group", "g2"));
    }

    private static async Task<(TestHost Host, Guid Invitation)> InvitedAsync(string gone)
    {
        var tenants = new FakeTenantSettings { ByTenant = { [TestHost.Acme] = Before } };
        var host = new TestHost(tenants: tenants);
        var invited = await host.InviteAsync(
            new Invite("ana@example.com") { Kind = gone == "guests" ? GrantKind.Guest : GrantKind.Member, Groups = ["g1"], Roles = ["viewer"], Products = ["crm"] });
        host.Clock.Advance(TimeSpan.FromHours(2));
        tenants.ByTenant[TestHost.Acme] = gone switch
        {
            "group" => Before with { Groups = [] },
            "role" => Before with { Roles = [] },
            "product" => Before with { Products = [] },
            _ => Before with { Guests = new() { Allowed = false } },
        };
        return (host, invited.AssertSucceeded().InvitationId!.Value);
    }
}
