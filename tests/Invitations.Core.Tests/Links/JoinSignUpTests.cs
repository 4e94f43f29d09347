using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Links;

public sealed class JoinSignUpTests
{
    [Fact]
    public async Task Somebody_who_signs_up_becomes_a_user_once_for_each_form()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);

        var first = await site.JoinAsync(token, Acceptor.SigningUp("form-1", ["ana@example.com"]));
        var again = await site.JoinAsync(token, Acceptor.SigningUp("form-1", ["ana@example.com"]));
        var other = await site.JoinAsync(token, Acceptor.SigningUp("form-2"));
        var asUser = await site.JoinAsync(token, Acceptor.User(first.Acceptance!.UserId));

        Assert.Equal((false, true, false, true), (first.Acceptance.IsRepeat, again.Acceptance!.IsRepeat, other.Acceptance!.IsRepeat, asUser.Acceptance!.IsRepeat));
        Assert.Equal(first.Acceptance.UserId, again.Acceptance.UserId);
        Assert.Equal(("ana@example.com", first.Acceptance.UserId), ((await site.StoredAsync(first.Acceptance.InvitationId)).Recipient.Email, (await site.StoredAsync(first.Acceptance.InvitationId)).AcceptedBy));
        Assert.Equal(2, await site.CountedAsync(link));
    }

    [Fact]
    public async Task An_account_that_exists_signs_in_first_and_is_never_made_again()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com" } } };
        await using var site = new Site(services: services => services.AddSingleton<IAccountDirectory>(directory));
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);

        var refused = await site.JoinAsync(token, Acceptor.SigningUp("form-1", ["ana.new@example.com", "ANA@example.com"]));

        Refused.With("account.sign_in_first", refused);
        Assert.Equal("account.sign_in_first", refused.PublicError!.Code);
        Assert.Empty(site.Memberships.Calls);
        Assert.True((await site.JoinAsync(token, Acceptor.User("u-ana", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task A_handler_that_finds_somebody_who_came_by_the_link_already_lets_nobody_in_twice()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        await site.JoinAsync(token, Acceptor.User("u-ana"));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Joined("u-ana"));

        Refused.With("account.sign_in_first", await site.JoinAsync(token, Acceptor.SigningUp()));

        Assert.Equal(1, await site.CountedAsync(link));
    }
}
