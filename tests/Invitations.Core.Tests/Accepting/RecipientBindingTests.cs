using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class RecipientBindingTests
{
    [Theory]
    [InlineData("ana@example.com", "ANA@Example.COM")]
    [InlineData("Ana@Example.com", "ana@example.com")]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@XN--BCHER-KVA.example", "Ana@bücher.example")]
    public async Task The_verified_address_is_compared_in_its_canonical_form(string invited, string verified) =>
        await AssertAcceptsAsync(new Invite(invited), Acceptor.User("u", [verified]));

    [Theory]
    [InlineData("ana@example.com", "bob@example.com")]
    [InlineData("ana@example.com", "ana@sub.example.com")]
    [InlineData("ana@example.com", "ana@example.com.evil.net")]
    [InlineData("ana@example.com", "ana+x@example.com")]
    [InlineData("ana@example.com", "ana@example.com, eve@evil.net")]
    [InlineData("kim@example.com", "\u212Aim@example.com")]
    [InlineData("ana@example.com", "")]
    public async Task Another_verified_address_does_not_accept(string invited, string verified) =>
        await AssertMismatchAsync(new Invite(invited), Acceptor.User("u", [verified]));

    [Fact]
    public async Task A_user_without_a_verified_address_does_not_accept() => await AssertMismatchAsync(new Invite("ana@example.com"), Acceptor.User("u"));

    [Fact]
    public async Task Any_of_several_verified_addresses_accepts() =>
        await AssertAcceptsAsync(new Invite("ana@example.com"), Acceptor.User("u", ["not an address", "a.silva@example.com", "ana@example.com"]));

    [Theory]
    [InlineData(RecipientBinding.VerifiedAddress, false)]
    [InlineData(RecipientBinding.VerifiedAlias, true)]
    [InlineData(RecipientBinding.SameDomain, true)]
    [InlineData(RecipientBinding.Anyone, true)]
    public async Task A_verified_alias_accepts_where_the_tenant_says_so(RecipientBinding binding, bool accepts)
    {
        var acceptor = Acceptor.User("u", ["a.silva@example.net"], verifiedAliases: ["ANA@example.com"]);
        if (accepts)
            await AssertAcceptsAsync(new Invite("ana@example.com"), acceptor, binding);
        else
            await AssertMismatchAsync(new Invite("ana@example.com"), acceptor, binding);
    }

    [Theory]
    [InlineData("+44 7911 123456", "+447911123456")]
    [InlineData("+447911123456", "+44 (0)7911 123456")]
    public async Task A_verified_phone_number_accepts_however_it_is_written(string invited, string verified) =>
        await AssertAcceptsAsync(new Invite { Phone = invited }, Acceptor.User("u", verifiedPhones: [verified]));

    [Theory]
    [InlineData("+447911123457")]
    [InlineData("07911 123456")]
    [InlineData("nonsense")]
    public async Task Another_phone_number_does_not_accept(string verified) =>
        await AssertMismatchAsync(new Invite { Phone = "+447911123456" }, Acceptor.User("u", ["ana@example.com"], [verified]));

    [Fact]
    public async Task Of_two_invited_addresses_one_is_enough()
    {
        var invite = new Invite("ana@example.com") { Phone = "+447911123456" };

        await AssertAcceptsAsync(invite, Acceptor.User("u", ["ana@example.com"]));
        await AssertAcceptsAsync(invite, Acceptor.User("u", verifiedPhones: ["+447911123456"]));
    }

    [Theory]
    [InlineData("bob@example.com", true)]
    [InlineData("bob@EXAMPLE.com", true)]
    [InlineData("bob@sub.example.com", false)]
    [InlineData("bob@notexample.com", false)]
    [InlineData("bob@example.com.evil.net", false)]
    public async Task The_same_domain_accepts_where_the_tenant_says_so_label_by_label(string verified, bool accepts)
    {
        var acceptor = Acceptor.User("u", [verified]);
        if (accepts)
            await AssertAcceptsAsync(new Invite("ana@example.com"), acceptor, RecipientBinding.SameDomain);
        else
            await AssertMismatchAsync(new Invite("ana@example.com"), acceptor, RecipientBinding.SameDomain);
    }

    [Fact]
    public async Task The_same_domain_says_nothing_about_phone_numbers() =>
        await AssertMismatchAsync(new Invite { Phone = "+447911123456" }, Acceptor.User("u", ["bob@example.com"]), RecipientBinding.SameDomain);

    [Fact]
    public async Task Anybody_with_the_secret_accepts_after_confirming_where_the_tenant_says_so()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = RecipientBinding.Anyone };
        var id = await site.InviteAsync("ana@example.com");
        var bob = Acceptor.User("u-bob", ["bob@example.net"]);

        var first = await site.AcceptAsync(await site.TokenAsync(id), bob);

        Refused.With("recipient.confirmation_required", first);
        Assert.Equal("recipient.confirmation_required", first.PublicError!.Code);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), bob.Confirmed())).Succeeded);
    }

    [Theory]
    [InlineData(RecipientBinding.VerifiedAddress)]
    [InlineData(RecipientBinding.VerifiedAlias)]
    [InlineData(RecipientBinding.SameDomain)]
    public async Task A_confirmation_opens_nothing_where_the_tenant_does_not_ask_for_one(RecipientBinding binding) =>
        await AssertMismatchAsync(new Invite("ana@example.com"), Acceptor.User("u", ["bob@example.net"]).Confirmed(), binding);

    [Theory]
    [InlineData(null, true)]
    [InlineData("ANA@example.com", true)]
    [InlineData("eve@example.com", false)]
    public async Task Who_signs_up_under_an_address_that_was_verified_is_held_to_it(string? verified, bool accepts)
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp(verifiedEmails: verified is null ? null : [verified]));

        Assert.Equal(accepts ? [] : ["recipient.mismatch"], result.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Whoever_was_invited_without_an_address_proves_it_by_the_secret()
    {
        await AssertAcceptsAsync(new Invite { Identifier = "4711" }, Acceptor.User("u"));
        await AssertAcceptsAsync(new Invite { Anyone = true }, Acceptor.User("u"));
    }

    [Theory]
    [InlineData(RecipientBinding.VerifiedAddress)]
    [InlineData(RecipientBinding.Anyone)]
    public async Task Whoever_was_invited_by_id_is_the_only_one_who_accepts(RecipientBinding binding)
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana" }, new() { UserId = "u-bob" } } };
        await using var site = new Site(services: services => Use(services, directory));
        site.Tenants[Site.Acme] = Site.Settings with { Binding = binding };
        var id = await site.InviteAsync(new Invite { UserId = "u-ana" });
        var secret = await site.TokenAsync(id);

        Refused.With("recipient.mismatch", await site.AcceptAsync(secret, Acceptor.User("u-bob")));
        Refused.With("recipient.mismatch", await site.AcceptAsync(secret, Acceptor.User("U-ANA")));
        Refused.With("recipient.mismatch", await site.AcceptAsync(secret, Acceptor.SigningUp()));
        Assert.True((await site.AcceptAsync(secret, Acceptor.User("u-ana"))).Succeeded);
    }

    private static void Use(Microsoft.Extensions.DependencyInjection.IServiceCollection services, HostDirectory directory) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IAccountDirectory>(services, directory);

    private static async Task AssertAcceptsAsync(Invite invite, Acceptor acceptor, RecipientBinding binding = RecipientBinding.VerifiedAddress)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = binding };
        var id = await site.InviteAsync(invite);

        var result = await site.AcceptAsync(await site.TokenAsync(id), acceptor);

        Assert.Empty(result.Errors);
        Assert.Equal(acceptor.UserId, (await site.StoredAsync(id)).AcceptedBy);
    }

    private static async Task AssertMismatchAsync(Invite invite, Acceptor acceptor, RecipientBinding binding = RecipientBinding.VerifiedAddress)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = binding };
        var id = await site.InviteAsync(invite);

        var result = await site.AcceptAsync(await site.TokenAsync(id), acceptor);

        Refused.With("recipient.mismatch", result);
        Assert.Equal("recipient.mismatch", result.PublicError!.Code);
        Assert.Empty(site.Memberships.Calls);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }
}
