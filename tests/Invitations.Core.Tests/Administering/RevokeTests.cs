using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

public sealed class RevokeTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task Revoking_is_final()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);

        var result = await site.RevokeAsync(id);

        Assert.Equal((InvitationStatus.Revoked, site.Clock.Now), (result.Invitation!.Status, result.Invitation.EndedAt));
        site.Clock.Advance(TimeSpan.FromHours(2));
        Refused.With("invitation.revoked", await site.ReinviteAsync(id));
        Refused.With("invitation.revoked", await site.EditAsync(id, new() { PersonalMessage = "Hello" }));
        Refused.With("invitation.revoked", await site.ShowAsync(id));
        Refused.With("invitation.revoked", await site.AcceptAsync(secret, Ana));
        Refused.With("invitation.revoked", await site.DeclineAsync(secret));
        Refused.With("invitation.revoked", await site.PreviewAsync(secret));
        Assert.Equal(result.Invitation, await site.StoredAsync(id));
    }

    [Fact]
    public async Task Revoking_again_is_no_error_and_changes_nothing()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.RevokeAsync(id);
        var (stored, trail) = (await site.StoredAsync(id), await site.TrailAsync(id));
        site.Clock.Advance(TimeSpan.FromHours(1));

        var again = await site.RevokeAsync(id);

        Assert.Equal(stored, again.Invitation);
        Assert.Equal(trail, await site.TrailAsync(id));
    }

    [Fact]
    public async Task Messages_that_are_still_queued_are_not_sent()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        await site.RevokeAsync(id);

        Assert.All(await site.DeliveriesAsync(id), delivery => Assert.Equal((DeliveryStatus.Cancelled, site.Clock.Now), (delivery.Status, delivery.EndedAt)));
    }

    [Fact]
    public async Task The_address_can_be_invited_again_at_once_and_the_former_link_stays_dead()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var former = await site.TokenAsync(id);
        await site.RevokeAsync(id);

        var again = await site.InviteAsync("ana@example.com");

        Refused.With("invitation.revoked", await site.AcceptAsync(former, Ana));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(again), Ana)).Succeeded);
    }

    [Fact]
    public async Task What_was_accepted_or_declined_is_not_revoked()
    {
        await using var site = new Site();
        var (accepted, declined) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("b@example.com"));
        await site.AcceptAsync(await site.TokenAsync(accepted), Ana);
        await site.DeclineAsync(await site.TokenAsync(declined));

        Refused.With("invitation.already_accepted", await site.RevokeAsync(accepted));
        Refused.With("invitation.declined", await site.RevokeAsync(declined));
    }

    [Fact]
    public async Task An_expired_invitation_can_be_revoked()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(InvitationStatus.Revoked, (await site.RevokeAsync(id)).Invitation!.Status);
    }

    [Fact]
    public async Task A_group_role_or_product_that_is_gone_does_not_keep_anybody_from_revoking()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest, Groups = ["design"], Roles = ["viewer"], Products = ["crm"] });
        site.Tenants[Site.Acme] = Site.Settings with { Groups = [], Roles = [], Products = [], Guests = new() { Allowed = false } };

        Assert.True((await site.RevokeAsync(id)).Succeeded);
    }

    [Fact]
    public async Task An_edit_in_between_does_not_keep_anybody_from_revoking()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { PersonalMessage = "Hello" }));

        Assert.True((await site.RevokeAsync(id)).Succeeded);

        Assert.Equal(InvitationStatus.Revoked, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task Two_people_at_once_revoke_once_and_both_are_told_so()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() => site.RevokeAsync(id));

        Assert.True((await site.RevokeAsync(id)).Succeeded);

        Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Revoked);
    }

    [Fact]
    public async Task An_acceptance_in_between_wins()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        site.Interference.BeforeNextWrite(() => site.AcceptAsync(secret, Ana));

        Refused.With("invitation.already_accepted", await site.RevokeAsync(id));

        Assert.Equal(InvitationStatus.Accepted, (await site.StoredAsync(id)).Status);
    }
}
