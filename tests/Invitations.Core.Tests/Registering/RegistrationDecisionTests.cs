using System.Text.Json;
using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Registering;

public sealed class RegistrationDecisionTests
{
    private static readonly TenantSettings OpenToDomain = Site.Settings with
    {
        Registration = new() { SelfRegistration = SelfRegistration.Domains, Domains = ["example.com", "*.example.org"] },
    };

    [Fact]
    public async Task An_invited_address_registers_only_through_its_invitation()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = OpenToDomain;
        var id = await site.InviteAsync("ana@example.com");

        var decision = await DecideAsync(site, " ANA@example.com ");

        Assert.Equal((RegistrationWay.ByInvitation, "ana@example.com"), (decision.Way, decision.Address));
        Assert.Equal(id, Assert.Single(decision.Invitations).Id);
        Assert.Equal("registration.invitation_required", Assert.Single(decision.Errors).Code);
    }

    [Fact]
    public async Task An_invited_phone_number_too()
    {
        await using var site = new Site();
        await site.InviteAsync(new Invite { Phone = "+447911123456" });

        Assert.Equal(RegistrationWay.ByInvitation, (await DecideAsync(site, "+44 7911 123456")).Way);
        Assert.Equal(RegistrationWay.Closed, (await DecideAsync(site, "+44 7911 123457")).Way);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("declined")]
    public async Task What_has_ended_guards_nothing(string end)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = OpenToDomain;
        var id = await site.InviteAsync("ana@example.com");
        if (end == "revoked")
            await site.RevokeAsync(id);
        else if (end == "declined")
            await site.DeclineAsync(await site.TokenAsync(id));
        else
            site.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(RegistrationWay.ByThemselves, (await DecideAsync(site, "ana@example.com")).Way);
        Assert.Equal(RegistrationWay.Free, (await DecideAsync(site, "ana@example.com", null)).Way);
    }

    [Fact]
    public async Task A_page_that_does_not_know_the_tenant_asks_across_all()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com"), tenant: Site.Globex);

        var invited = await DecideAsync(site, "ana@example.com", null);
        var inOther = await DecideAsync(site, "ana@example.com", Site.Acme);

        Assert.Equal((RegistrationWay.ByInvitation, id), (invited.Way, Assert.Single(invited.Invitations).Id));
        Assert.Equal(RegistrationWay.Closed, inOther.Way);
        Assert.Empty(inOther.Invitations);
        Assert.Equal(RegistrationWay.Free, (await DecideAsync(site, "bob@example.com", null)).Way);
    }

    [Fact]
    public async Task A_tenant_can_let_people_register_past_their_invitation()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Registration = new() { InvitationFirst = false, SelfRegistration = SelfRegistration.Everybody } };
        await site.InviteAsync("ana@example.com");

        Assert.Equal(RegistrationWay.ByThemselves, (await DecideAsync(site, "ana@example.com")).Way);
        Assert.Equal(RegistrationWay.Free, (await DecideAsync(site, "ana@example.com", null)).Way);
    }

    [Theory]
    [InlineData("bob@example.com", RegistrationWay.ByThemselves)]
    [InlineData("bob@EXAMPLE.com", RegistrationWay.ByThemselves)]
    [InlineData("bob@sub.example.org", RegistrationWay.ByThemselves)]
    [InlineData("bob@example.org", RegistrationWay.Closed)]
    [InlineData("bob@sub.example.com", RegistrationWay.Closed)]
    [InlineData("bob@notexample.com", RegistrationWay.Closed)]
    [InlineData("bob@example.com.evil.net", RegistrationWay.Closed)]
    public async Task People_join_by_themselves_from_the_domains_of_the_tenant_label_by_label(string address, RegistrationWay way)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = OpenToDomain;

        Assert.Equal(way, (await DecideAsync(site, address)).Way);
        Assert.Equal(RegistrationWay.Closed, (await DecideAsync(site, address, Site.Globex)).Way);
    }

    [Fact]
    public async Task What_may_not_be_invited_may_not_register_either()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with
        {
            Domains = new() { Denied = ["example.net"], Allowed = ["example.com", "example.net"] },
            Registration = new() { SelfRegistration = SelfRegistration.Everybody },
        };

        Assert.Equal(RegistrationWay.ByThemselves, (await DecideAsync(site, "bob@example.com")).Way);
        Assert.Equal("email.domain_not_allowed", Assert.Single((await DecideAsync(site, "bob@example.net")).Errors).Code);
        Assert.Equal("email.domain_not_allowed", Assert.Single((await DecideAsync(site, "bob@example.org")).Errors).Code);
    }

    [Fact]
    public async Task Whoever_has_an_account_signs_in()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com" } } };
        await using var site = new Site(services: services => services.AddSingleton<IAccountDirectory>(directory));
        site.Tenants[Site.Acme] = OpenToDomain;

        Assert.Equal(RegistrationWay.SignIn, (await DecideAsync(site, "ana@example.com")).Way);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_answer_for_every_address()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-kim", Email = "kim@example.com" } } };
        var calls = new CallCounter();
        await using var site = new Site(services: services =>
        {
            services.AddSingleton<IAccountDirectory>(directory);
            calls.Watch(services);
        });
        site.Tenants[Site.Acme] = OpenToDomain;
        await site.InviteAsync("ana@example.com");
        var answers = new List<string>();
        foreach (var address in new[] { "ana@example.com", "kim@example.com", "bob@example.com", "eve@evil.net" })
        {
            foreach (TenantId? tenant in new TenantId?[] { Site.Acme, null })
            {
                calls.Reset();
                var decision = await DecideAsync(site, address, tenant);
                answers.Add(JsonSerializer.Serialize(decision.PublicAnswer));
                Assert.Single(calls.Calls);
            }
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("registration.see_mailbox", answers[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@", "email.invalid")]
    [InlineData("ana@example.com, bob@example.com", "email.invalid")]
    [InlineData("", "recipient.missing")]
    [InlineData(null, "recipient.missing")]
    public async Task What_is_no_address_is_told_so(string? text, string code)
    {
        await using var site = new Site();

        var decision = await DecideAsync(site, text);

        Assert.Equal((RegistrationWay.Closed, code, code), (decision.Way, Assert.Single(decision.Errors).Code, decision.PublicAnswer.Code));
    }

    private static Task<RegistrationDecision> DecideAsync(Site site, string? address) => DecideAsync(site, address, Site.Acme);

    private static Task<RegistrationDecision> DecideAsync(Site site, string? address, TenantId? tenant) =>
        site.AskAsync<IRegistrations, RegistrationDecision>((service, token) => service.DecideAsync(address, tenant, token));
}
