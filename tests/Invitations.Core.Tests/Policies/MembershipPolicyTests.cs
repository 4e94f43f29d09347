using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

public sealed class MembershipPolicyTests
{
    private static readonly TenantSettings Settings = new() { Groups = [new("g1")], Products = ["crm"] };

    [Fact]
    public async Task A_product_that_is_not_enabled_is_refused()
    {
        using var host = new TestHost(Settings);

        (await host.InviteAsync(new Invite("ana@example.com") { Products = ["crm", "CRM"] })).AssertRefused("product.not_enabled", "products", ("product", "CRM"));
        (await host.InviteAsync(new Invite("ana@example.com") { Products = ["crm"] })).AssertSucceeded();
    }

    [Fact]
    public async Task A_guest_needs_a_group()
    {
        using var host = new TestHost(Settings);

        (await host.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest })).AssertRefused("guest.group_required", "groups");
        (await host.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest, Groups = ["g1"] })).AssertSucceeded();
    }

    [Fact]
    public async Task A_guest_needs_no_group_where_the_tenant_says_so()
    {
        using var host = new TestHost(Settings with { Guests = new() { GroupRequired = false } });

        (await host.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest })).AssertSucceeded();
    }

    [Fact]
    public async Task A_tenant_without_guests_takes_none()
    {
        using var host = new TestHost(Settings with { Guests = new() { Allowed = false } });

        (await host.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest })).AssertRefused("guest.not_allowed", "kind");
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
    }

    public static TheoryData<string, string, bool, string, bool> Domains => new()
    {
        // allowed, denied, guests exempt, address, is allowed as a member
        { "", "", false, "a@anything.example", true },
        { "example.com", "", false, "a@example.com", true },
        { "example.com", "", false, "a@EXAMPLE.com", true },
        { "example.com", "", false, "a@sub.example.com", false },
        { "example.com", "", false, "a@notexample.com", false },
        { "example.com", "", false, "a@example.com.evil.net", false },
        { "*.example.com", "", false, "a@deep.sub.example.com", true },
        { "*.example.com", "", false, "a@example.com", false },
        { "", "example.com", false, "a@example.com", false },
        { "", "example.com", false, "a@example.org", true },
        { "example.com", "example.com", false, "a@example.com", false },
        { "bücher.example", "", false, "a@xn--bcher-kva.example", true },
        { "xn--bcher-kva.example", "", false, "a@BÜCHER.example", true },
        { "", "bücher.example", false, "a@xn--bcher-kva.example", false },
        { "example.com", "", true, "a@example.org", false },
    };

    [Theory]
    [MemberData(nameof(Domains))]
    public async Task Domains_are_compared_label_by_label_in_canonical_form(string allowed, string denied, bool exempt, string email, bool isAllowed)
    {
        using var host = new TestHost(Settings with { Domains = DomainsOf(allowed, denied, exempt) });

        var result = await host.InviteAsync(new Invite(email));

        if (isAllowed)
            result.AssertSucceeded();
        else
            result.AssertRefused("email.domain_not_allowed", "email", ("domain", result.Recipient!.Email!.Split('@')[1]));
    }

    [Theory]
    [InlineData("example.com", "", true, true)]
    [InlineData("example.com", "", false, false)]
    [InlineData("example.com", "example.org", true, false)]
    public async Task Guests_can_be_exempt_from_what_is_allowed_and_never_from_what_is_denied(string allowed, string denied, bool exempt, bool isAllowed)
    {
        using var host = new TestHost(Settings with { Domains = DomainsOf(allowed, denied, exempt) });

        var result = await host.InviteAsync(new Invite("a@example.org") { Kind = GrantKind.Guest, Groups = ["g1"] });

        Assert.Equal(isAllowed, result.Succeeded);
    }

    [Fact]
    public async Task A_person_without_an_email_address_is_not_judged_by_domain()
    {
        using var host = new TestHost(Settings with { Domains = new() { Allowed = ["example.com"] } });

        (await host.InviteAsync(new Invite { Phone = "+447911123456" })).AssertSucceeded();
    }

    private static DomainSettings DomainsOf(string allowed, string denied, bool exempt) => new()
    {
        Allowed = allowed.Length == 0 ? [] : [allowed],
        Denied = denied.Length == 0 ? [] : [denied],
        GuestsExempt = exempt,
    };
}
