using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class PreviewTests
{
    private static readonly Invite Ana = new("ana@example.com")
    {
        FirstName = "Ana",
        LastName = "Silva",
        Language = "nl-be",
        Groups = ["Design team"],
        Roles = ["viewer"],
        Products = ["crm"],
        PersonalMessage = "Welcome!",
    };

    [Fact]
    public async Task A_preview_shows_who_invites_whom_to_what_until_when()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);

        var result = await site.PreviewAsync(await site.TokenAsync(id));

        Assert.True(result.Succeeded);
        var preview = result.Preview!;
        Assert.Equal(Site.Acme, preview.Tenant);
        Assert.Equal("Ada Admin", preview.InviterName);
        Assert.Equal("a***@e***.com", preview.MaskedAddress);
        Assert.Equal("Ana", preview.FirstName);
        Assert.Equal("nl-BE", preview.Language);
        Assert.Equal("Welcome!", preview.PersonalMessage);
        Assert.Equal(["design"], preview.Grant.Groups);
        Assert.Equal(["viewer"], preview.Grant.Roles);
        Assert.Equal(["crm"], preview.Grant.Products);
        Assert.Equal(AdjustableClock.Start.AddDays(7), preview.ExpiresAt);
    }

    [Fact]
    public async Task A_phone_number_is_masked_but_for_its_end()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite { Phone = "+44 7911 123456" });

        var result = await site.PreviewAsync(await site.TokenAsync(id));

        Assert.Equal("***56", result.Preview!.MaskedAddress);
    }

    [Fact]
    public async Task Whoever_was_invited_without_an_address_sees_the_preview_by_code()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();

        var result = await site.PreviewAsync(await site.CodeAsync(id));

        Assert.True(result.Succeeded);
        Assert.Null(result.Preview!.MaskedAddress);
        Assert.Equal("Ada Admin", result.Preview.InviterName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_previews_change_nothing_and_the_accept_works_after_them(bool byCode)
    {
        await using var site = new Site();
        var id = await (byCode ? site.InviteByCodeAsync() : site.InviteAsync("ana@example.com"));
        var secret = await (byCode ? site.CodeAsync(id) : site.TokenAsync(id));
        var (stored, trail, deliveries) = (await site.StoredAsync(id), await site.TrailAsync(id), await site.DeliveriesAsync(id));

        for (var i = 0; i < 3; i++)
            Assert.True((await site.PreviewAsync(secret)).Succeeded);

        Assert.Equal(stored, await site.StoredAsync(id));
        Assert.Equal(trail, await site.TrailAsync(id));
        Assert.Equal(deliveries, await site.DeliveriesAsync(id));
        Assert.Empty(site.Memberships.Calls);
        Assert.True((await site.AcceptAsync(secret, Acceptor.User("u-ana", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task What_is_not_open_has_no_preview()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.RevokeAsync(id);

        var result = await site.PreviewAsync(await site.TokenAsync(id));

        Refused.With("invitation.revoked", result);
        Assert.Null(result.Preview);
    }
}
