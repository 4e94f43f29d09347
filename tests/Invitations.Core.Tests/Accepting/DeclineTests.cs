using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class DeclineTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_has_the_secret_declines(bool byCode)
    {
        await using var site = new Site();
        var id = await (byCode ? site.InviteByCodeAsync() : site.InviteAsync("ana@example.com"));

        var result = await site.DeclineAsync(await (byCode ? site.CodeAsync(id) : site.TokenAsync(id)));

        Assert.True(result.Succeeded);
        var stored = await site.StoredAsync(id);
        Assert.Equal((InvitationStatus.Declined, site.Clock.Now), (stored.Status, stored.EndedAt));
        var entry = Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Declined);
        Assert.Null(entry.Actor);
        Assert.DoesNotContain(await site.DeliveriesAsync(id), delivery => delivery.Status is DeliveryStatus.Waiting);
        Assert.Empty(site.Memberships.Calls);
    }

    [Fact]
    public async Task Declining_again_is_fine_and_changes_nothing()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.DeclineAsync(await site.TokenAsync(id));
        var (stored, trail) = (await site.StoredAsync(id), await site.TrailAsync(id));

        Assert.True((await site.DeclineAsync(await site.TokenAsync(id))).Succeeded);

        Assert.Equal(stored, await site.StoredAsync(id));
        Assert.Equal(trail, await site.TrailAsync(id));
    }

    [Fact]
    public async Task A_double_click_declines_once_and_both_clicks_are_told_so()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        site.Interference.BeforeNextWrite(() => site.DeclineAsync(secret));

        Assert.True((await site.DeclineAsync(secret)).Succeeded);

        Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Declined);
    }

    [Fact]
    public async Task An_edit_in_between_does_not_keep_somebody_from_declining()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { PersonalMessage = "Please!" }));

        Assert.True((await site.DeclineAsync(await site.TokenAsync(id))).Succeeded);

        Assert.Equal(InvitationStatus.Declined, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task What_was_accepted_cannot_be_declined_nor_the_other_way_round()
    {
        await using var site = new Site();
        var (accepted, declined) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("bob@example.com"));
        await site.AcceptAsync(await site.TokenAsync(accepted), Acceptor.User("u-ana", ["ana@example.com"]));
        await site.DeclineAsync(await site.TokenAsync(declined));

        Refused.With("invitation.already_accepted", await site.DeclineAsync(await site.TokenAsync(accepted)));
        Refused.With("invitation.declined", await site.AcceptAsync(await site.TokenAsync(declined), Acceptor.User("u-bob", ["bob@example.com"])));

        Assert.Equal(InvitationStatus.Accepted, (await site.StoredAsync(accepted)).Status);
    }

    [Fact]
    public async Task Whoever_declined_can_be_invited_again_at_once()
    {
        await using var site = new Site();
        await site.DeclineAsync(await site.TokenAsync(await site.InviteAsync("ana@example.com")));

        var again = await site.InviteAsync("ana@example.com");

        Assert.True((await site.AcceptAsync(await site.TokenAsync(again), Acceptor.User("u-ana", ["ana@example.com"]))).Succeeded);
    }
}
