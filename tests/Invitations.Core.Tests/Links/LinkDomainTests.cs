using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Links;

public sealed class LinkDomainTests
{
    private static readonly InvitationLinkDraft ForExample = new() { Name = "Example", Domains = ["example.com", "*.example.org"] };

    [Theory]
    [InlineData("ana@example.com", true)]
    [InlineData("ana@EXAMPLE.com", true)]
    [InlineData("ana@mail.example.org", true)]
    [InlineData("ana@example.org", false)]
    [InlineData("ana@notexample.com", false)]
    [InlineData("ana@example.com.evil.net", false)]
    [InlineData("no address", false)]
    public async Task A_link_for_certain_domains_lets_in_whole_labels_alone(string verified, bool isLetIn)
    {
        await using var site = new Site();
        var token = await site.LinkTokenAsync((await site.CreateLinkAsync(ForExample)).Id);

        var result = await site.JoinAsync(token, Acceptor.User("u-ana", [verified]));

        Assert.Equal(isLetIn, result.Succeeded);
        if (!isLetIn)
            Assert.Equal("link.domain_not_allowed", result.PublicError!.Code);
    }

    [Fact]
    public async Task Who_has_no_verified_address_does_not_come_in_where_one_is_asked_for()
    {
        await using var site = new Site();
        var token = await site.LinkTokenAsync((await site.CreateLinkAsync(ForExample)).Id);

        Refused.With("link.domain_not_allowed", await site.JoinAsync(token, Acceptor.User("u-ana")));
        Refused.With("link.domain_not_allowed", await site.JoinAsync(token, Acceptor.SigningUp()));
        Assert.True((await site.JoinAsync(token, Acceptor.SigningUp(null, ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task Any_of_several_verified_addresses_will_do()
    {
        await using var site = new Site();
        var token = await site.LinkTokenAsync((await site.CreateLinkAsync(ForExample)).Id);

        var joined = await site.JoinAsync(token, Acceptor.User("u-ana", ["ana@home.example", "ana@example.com"]));

        Assert.Equal("ana@example.com", (await site.StoredAsync(joined.Acceptance!.InvitationId)).Recipient.Email);
    }

    [Fact]
    public async Task The_domains_of_the_tenant_hold_for_links_too_as_they_are_today()
    {
        await using var site = new Site();
        var token = await site.LinkTokenAsync((await site.CreateLinkAsync()).Id);
        site.Tenants[Site.Acme] = Site.Settings with { Domains = new() { Allowed = ["example.com"], Denied = ["rival.example"] } };

        Refused.With("email.domain_not_allowed", await site.JoinAsync(token, Acceptor.User("u-1", ["ana@rival.example"])));
        Refused.With("email.domain_not_allowed", await site.JoinAsync(token, Acceptor.User("u-2", ["ana@home.example"])));
        Refused.With("link.domain_not_allowed", await site.JoinAsync(token, Acceptor.User("u-3")));
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-4", ["ana@rival.example", "ana@example.com"]))).Succeeded);
        site.Tenants[Site.Acme] = Site.Settings with { Domains = new() { Denied = ["rival.example"] } };
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-3"))).Succeeded);
    }

    [Fact]
    public async Task Guests_who_are_exempt_come_in_from_anywhere_but_a_denied_domain()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Domains = new() { Allowed = ["example.com"], Denied = ["rival.example"], GuestsExempt = true } };
        var token = await site.LinkTokenAsync((await site.CreateLinkAsync(new() { Name = "Guests", Kind = GrantKind.Guest, Groups = ["design"] })).Id);

        Assert.True((await site.JoinAsync(token, Acceptor.User("u-1", ["ana@home.example"]))).Succeeded);
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-2"))).Succeeded);
        Refused.With("email.domain_not_allowed", await site.JoinAsync(token, Acceptor.User("u-3", ["ana@rival.example"])));
    }
}
