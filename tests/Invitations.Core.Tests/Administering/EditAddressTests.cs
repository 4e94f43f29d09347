using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Administering;

public sealed class EditAddressTests
{
    [Fact]
    public async Task A_new_address_gets_a_new_secret_and_new_messages_and_the_old_link_is_dead()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var former = await site.TokenAsync(id);
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        var result = await site.EditAsync(id, new() { Email = "Bob@Example.com" });

        Assert.Equal("bob@example.com", result.Invitation!.Recipient.Email);
        Assert.Equal((2, site.Clock.Now), (result.Invitation.SecretVersion, result.Invitation.IssuedAt));
        Refused.With("token.superseded", await site.AcceptAsync(former, Acceptor.User("u-ana", ["ana@example.com"])));
        Assert.Equal(
            [(1, DeliveryStatus.Cancelled), (2, DeliveryStatus.Waiting)],
            (await site.DeliveriesAsync(id)).Select(delivery => (delivery.SecretVersion, delivery.Status)));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-bob", ["bob@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task The_former_address_is_free_and_the_new_one_is_taken()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        await site.EditAsync(id, new() { Email = "bob@example.com" });

        Assert.True((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
        Assert.Equal("invitation.already_pending", Assert.Single((await site.TryInviteAsync(new("bob@example.com"))).Errors).Code);
    }

    [Theory]
    [InlineData("bob@example.com", null)]
    [InlineData(null, "+44 7911 123456")]
    public async Task An_address_that_is_invited_already_is_not_taken_twice(string? email, string? phone)
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.InviteAsync(new Invite("bob@example.com") { Phone = "+447911123456" });

        Refused.With("invitation.already_pending", await site.EditAsync(id, new() { Email = email, Phone = phone }));

        Assert.Equal("ana@example.com", (await site.StoredAsync(id)).Recipient.Email);
    }

    [Fact]
    public async Task An_address_that_is_taken_in_between_is_not_taken_twice()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() => site.InviteAsync("bob@example.com"));

        Refused.With("invitation.already_pending", await site.EditAsync(id, new() { Email = "bob@example.com" }));

        Assert.Equal("ana@example.com", (await site.StoredAsync(id)).Recipient.Email);
    }

    [Fact]
    public async Task An_expired_invitation_does_not_hold_its_address_against_an_edit()
    {
        await using var site = new Site();
        var expired = await site.InviteAsync("bob@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.EditAsync(id, new() { Email = "bob@example.com" });

        Assert.Empty(result.Errors);
        Assert.Equal(InvitationStatus.Expired, (await site.StoredAsync(expired)).Status);
    }

    [Fact]
    public async Task The_address_of_a_member_is_refused()
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-bob", Email = "bob@example.com", IsMember = true } } };
        await using var site = new Site(services: services => services.AddSingleton<IAccountDirectory>(directory));
        var id = await site.InviteAsync("ana@example.com");

        Refused.With("account.exists", await site.EditAsync(id, new() { Email = "bob@example.com" }));
    }

    [Fact]
    public async Task The_trail_keeps_the_former_address_masked()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        InvitationEdit[] edits =
        [
            new() { Email = "bob@example.com" }, new() { Phone = "+447911123457" }, new() { Email = "ana@example.com", Phone = "+447911123456" },
        ];
        foreach (var edit in edits)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await site.EditAsync(id, edit)).Succeeded);
        }

        var former = (await site.TrailAsync(id)).Where(entry => entry.Action is AuditAction.Edited).Select(entry => entry.Details["former_address"]);
        Assert.Equal(["a***@e***.com", "***56", "b***@e***.com, ***57"], former);
    }

    [Fact]
    public async Task A_person_who_had_no_address_is_written_to_once_there_is_one()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();
        var former = await site.CodeAsync(id);

        await site.EditAsync(id, new() { Email = "ana@example.com" });

        Assert.Equal("email", Assert.Single(await site.DeliveriesAsync(id)).Channel);
        Refused.With("code.invalid", await site.PreviewAsync(former));
        Assert.True((await site.PreviewAsync(await site.CodeAsync(id))).Succeeded);
    }

    [Fact]
    public async Task A_person_who_has_no_address_any_more_gets_a_code()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Identifier = "4711" });

        await site.EditAsync(id, new() { Email = "" });

        Assert.NotNull((await site.ShowAsync(id)).Secrets!.Code);
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Acceptor.User("u-worker"))).Succeeded);
        Assert.DoesNotContain(await site.DeliveriesAsync(id), delivery => delivery.Status is DeliveryStatus.Waiting);
    }

    [Fact]
    public async Task Where_nothing_was_to_be_sent_nothing_is_sent_to_the_new_address_either()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com"), options: new() { Channels = [] });

        await site.EditAsync(id, new() { Email = "bob@example.com" });

        Assert.Empty(await site.DeliveriesAsync(id));
    }

    [Fact]
    public async Task The_channels_that_were_chosen_hold_for_the_new_address()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" }, options: new() { Channels = ["sms"] });

        await site.EditAsync(id, new() { Email = "bob@example.com" });
        Assert.All(await site.DeliveriesAsync(id), delivery => Assert.Equal("sms", delivery.Channel));

        await site.EditAsync(id, new() { Phone = "" });
        Assert.Equal("email", Assert.Single(await site.DeliveriesAsync(id), delivery => delivery.Status is DeliveryStatus.Waiting).Channel);
    }

    [Fact]
    public async Task A_draft_gets_the_new_address_and_nothing_is_sent()
    {
        await using var site = new Site();
        var template = await site.StoredAsync(await site.InviteAsync("somebody@example.com"));
        var draft = template with
        {
            Id = Guid.NewGuid(), Recipient = new() { Email = "ana@example.com" }, Status = InvitationStatus.Draft, IssuedAt = null, ExpiresAt = null,
        };
        await site.PutAsync(draft);

        var result = await site.EditAsync(draft.Id, new() { Email = "bob@example.com" });

        Assert.Equal((InvitationStatus.Draft, null), (result.Invitation!.Status, result.Invitation.IssuedAt));
        Assert.Empty(await site.DeliveriesAsync(draft.Id));
    }
}
