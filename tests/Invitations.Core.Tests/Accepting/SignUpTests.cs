using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting;

public sealed class SignUpTests
{
    [Fact]
    public async Task Who_signs_up_gets_the_account_that_the_handler_makes()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp());

        Assert.Equal("new-1", result.Acceptance!.UserId);
        Assert.Null(Assert.Single(site.Memberships.Calls).Acceptor.UserId);
        Assert.Equal("new-1", (await site.StoredAsync(id)).AcceptedBy);
        Assert.Equal("new-1", Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Accepted).Actor);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_account_and_gets_one_answer()
    {
        var directory = new HostDirectory();
        await using var site = new Site(services: services => services.AddSingleton<IAccountDirectory>(directory));
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        var first = await site.AcceptAsync(secret, Acceptor.SigningUp("form-1"), new Profile { FirstName = "Ana" });
        directory.Accounts.Add(new() { UserId = first.Acceptance!.UserId, Email = "ana@example.com", IsMember = true });

        var again = await site.AcceptAsync(secret, Acceptor.SigningUp("form-1"), new Profile { FirstName = "Ana" });

        Assert.Equal((false, true), (first.Acceptance.IsRepeat, again.Acceptance!.IsRepeat));
        Assert.Equal(first.Acceptance.UserId, again.Acceptance.UserId);
        Assert.Equal(first.Acceptance.Profile, again.Acceptance.Profile);
        Assert.Single(site.Memberships.Rows);
    }

    [Theory]
    [InlineData("form-2")]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Another_form_or_none_is_somebody_else(string? attempt)
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp(attempt is null ? null : "form-1"));

        Refused.With("invitation.already_accepted", await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp(attempt)));
    }

    [Fact]
    public async Task Whoever_has_just_signed_up_and_comes_back_signed_in_is_the_same_person()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp());

        var again = await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("new-1"));

        Assert.True(again.Acceptance!.IsRepeat);
    }

    [Theory]
    [InlineData("ana@example.com", null)]
    [InlineData(null, "+447911123456")]
    public async Task Where_an_account_exists_the_person_signs_in_first(string? email, string? phone)
    {
        var directory = new HostDirectory();
        await using var site = new Site(services: services => services.AddSingleton<IAccountDirectory>(directory));
        var id = await site.InviteAsync(new Invite { Email = email, Phone = phone });
        directory.Accounts.Add(new() { UserId = "u-ana", Email = email, Phone = phone });

        var result = await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp());

        Refused.With("account.sign_in_first", result);
        Assert.Equal("account.sign_in_first", result.PublicError!.Code);
        Assert.Empty(site.Memberships.Calls);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-ana", [email ?? ""], [phone ?? ""]))).Succeeded);
    }

    [Fact]
    public async Task Without_a_handler_nobody_can_sign_up_and_the_host_is_told_what_to_register()
    {
        await using var site = new Site(hasHandler: false);
        var id = await site.InviteAsync("ana@example.com");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await site.AcceptAsync(await site.TokenAsync(id), Acceptor.SigningUp()));

        Assert.StartsWith("INV006", error.Message, StringComparison.Ordinal);
        Assert.Contains("AddAcceptanceHandler<", error.Message, StringComparison.Ordinal);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public void The_id_of_a_form_is_bounded()
    {
        Assert.True(Acceptor.SigningUp(new string('a', 100)).IsSigningUp);
        Assert.Throws<ArgumentException>(() => Acceptor.SigningUp(new string('a', 101)));
    }
}
