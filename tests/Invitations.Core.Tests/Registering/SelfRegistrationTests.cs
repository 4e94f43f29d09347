using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Suppressing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Registering;

public sealed class SelfRegistrationTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private static readonly TenantSettings Open = Site.Settings with
    {
        Registration = new()
        {
            SelfRegistration = SelfRegistration.Domains,
            Domains = ["example.com"],
            Roles = ["viewer"],
            Groups = ["Design team"],
            Products = ["crm"],
            MembershipLasts = TimeSpan.FromDays(365),
        },
    };

    [Fact]
    public async Task Whoever_may_joins_with_the_grant_of_the_settings_and_leaves_a_trail()
    {
        await using var site = OpenSite();

        var result = await RegisterAsync(site, Ana, new() { FirstName = "Ana", EmployeeId = "1" });

        var acceptance = result.Acceptance!;
        Assert.Equal(("u-ana", "Ana", null), (acceptance.UserId, acceptance.Profile.FirstName, acceptance.Profile.EmployeeId));
        Assert.Equal(
            (GrantKind.Member, "viewer", "design", "crm", site.Clock.Now.AddDays(365)),
            (acceptance.Grant.Kind, Assert.Single(acceptance.Grant.Roles), Assert.Single(acceptance.Grant.Groups), Assert.Single(acceptance.Grant.Products), acceptance.Grant.MembershipEndsAt));
        Assert.Equal([(acceptance.InvitationId, "u-ana")], site.Memberships.Rows);
        Assert.Equal([(AuditAction.Created, "self-registration"), (AuditAction.Accepted, "u-ana")], (await site.TrailAsync(acceptance.InvitationId)).Select(entry => (entry.Action, entry.Actor!)));
        Assert.Empty(await site.DeliveriesAsync(acceptance.InvitationId));
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_one_under_the_verified_address()
    {
        await using var site = OpenSite();

        var result = await RegisterAsync(site, Acceptor.SigningUp("form-1", ["ana@example.com"]));

        Assert.Equal("new-1", result.Acceptance!.UserId);
        Assert.Equal("ana@example.com", Assert.Single(site.Memberships.Calls).Invitation.Recipient.Email);
    }

    [Fact]
    public async Task Nobody_joins_without_a_verified_address_at_one_of_the_domains()
    {
        await using var site = OpenSite();

        foreach (var person in new[] { Acceptor.User("u"), Acceptor.User("u", ["ana@example.net"]), Acceptor.User("u", verifiedPhones: ["+447911123456"]), Acceptor.SigningUp() })
            Refused.With("registration.not_allowed", await RegisterAsync(site, person));
        Assert.Empty(site.Memberships.Calls);
        Assert.True((await RegisterAsync(site, Acceptor.User("u", ["ana@example.net", "ANA@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task Nobody_joins_where_the_tenant_has_not_opened()
    {
        await using var site = OpenSite();

        Refused.With("registration.not_allowed", await RegisterAsync(site, Ana, tenant: Site.Globex));
    }

    [Fact]
    public async Task Whoever_is_invited_comes_by_the_invitation()
    {
        await using var site = OpenSite();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Roles = ["owner"] });

        Refused.With("registration.invitation_required", await RegisterAsync(site, Ana));

        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task Where_the_tenant_lets_them_they_accept_the_invitation_by_registering()
    {
        await using var site = OpenSite();
        site.Tenants[Site.Acme] = Open with { Registration = Open.Registration with { InvitationFirst = false } };
        var id = await site.InviteAsync(new Invite("ana@example.com") { Roles = ["owner"] });

        var result = await RegisterAsync(site, Ana);

        Assert.Equal((id, "owner"), (result.Acceptance!.InvitationId, Assert.Single(result.Acceptance.Grant.Roles)));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_invited_may_come_of_their_own_accord()
    {
        await using var site = OpenSite();
        await site.SuppressAsync("ana@example.com");

        Assert.True((await RegisterAsync(site, Ana)).Succeeded);
    }

    [Fact]
    public async Task A_member_does_not_join_again()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com", IsMember = true } } };
        await using var site = OpenSite(services => services.AddSingleton<IAccountDirectory>(directory));

        Refused.With("account.exists", await RegisterAsync(site, Ana));
        Refused.With("account.exists", await RegisterAsync(site, Acceptor.SigningUp(verifiedEmails: ["ana@example.com"])));
    }

    [Fact]
    public async Task Somebody_with_an_account_elsewhere_signs_in_first()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com" } } };
        await using var site = OpenSite(services => services.AddSingleton<IAccountDirectory>(directory));

        Refused.With("account.sign_in_first", await RegisterAsync(site, Acceptor.SigningUp(verifiedEmails: ["ana@example.com"])));
        Assert.True((await RegisterAsync(site, Ana)).Succeeded);
    }

    [Fact]
    public async Task A_handler_that_refuses_leaves_nothing_behind_and_the_next_try_works()
    {
        await using var site = OpenSite();
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Refused(new InvitationError("password.weak")));
        Refused.With("password.weak", await RegisterAsync(site, Ana));
        site.Memberships.Script = _ => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(() => RegisterAsync(site, Ana));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(null);

        Assert.Empty((await site.ListAsync(new() { Filter = new() { Statuses = [InvitationStatus.Pending] } })).Items);
        Assert.True((await RegisterAsync(site, Ana)).Succeeded);
    }

    [Fact]
    public async Task The_policies_of_the_tenant_have_their_say()
    {
        await using var site = OpenSite();
        site.Tenants[Site.Acme] = Open with { Registration = Open.Registration with { Kind = GrantKind.Guest, Groups = [] } };

        Refused.With("guest.group_required", await RegisterAsync(site, Ana));
    }

    [Fact]
    public async Task Registering_again_at_once_is_not_registering_twice()
    {
        await using var site = OpenSite();
        await RegisterAsync(site, Ana);

        var again = await RegisterAsync(site, Ana);

        Refused.With("registration.too_soon", again);
        Assert.Equal(site.Clock.Now.AddMinutes(1), again.Errors[0].Arguments["retryAt"]);
        Assert.Single(site.Memberships.Rows);
    }

    [Fact]
    public async Task Of_many_at_once_under_one_address_one_joins_in_each_of_20_rounds()
    {
        await using var site = OpenSite();
        for (var round = 0; round < 20; round++)
        {
            var address = $"ana{round}@example.com";

            var results = await Race.RunAsync(Enumerable.Range(0, 50).Select(i =>
                (Func<Task<AcceptResult>>)(() => RegisterAsync(site, Acceptor.User($"u-{i}", [address])))));

            var winner = Assert.Single(results, result => result.Succeeded).Acceptance!;
            Assert.Equal([winner.UserId], site.Memberships.Rows.Where(row => row.Invitation == winner.InvitationId).Select(row => row.User));
            Assert.Equal(round + 1, site.Memberships.Rows.Count);
        }
    }

    private static Site OpenSite(Action<IServiceCollection>? services = null)
    {
        var site = new Site(services: services);
        site.Tenants[Site.Acme] = Open;
        return site;
    }

    private static Task<AcceptResult> RegisterAsync(Site site, Acceptor person, Profile? profile = null, TenantId? tenant = null) =>
        site.AskAsync<IRegistrations, AcceptResult>((service, token) => service.RegisterAsync(tenant ?? Site.Acme, person, profile, token));
}
