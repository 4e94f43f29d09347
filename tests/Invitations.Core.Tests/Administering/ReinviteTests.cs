using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

public sealed class ReinviteTests
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_reinvite_cancels_what_is_queued_and_queues_messages_with_the_new_secret()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });
        site.Clock.Advance(Cooldown);

        var result = await site.ReinviteAsync(id);

        Assert.True(result.Succeeded);
        var deliveries = await site.DeliveriesAsync(id);
        Assert.Equal(
            [
                (1, "email", DeliveryPurpose.Invitation, DeliveryStatus.Cancelled), (1, "sms", DeliveryPurpose.Invitation, DeliveryStatus.Cancelled),
                (2, "email", DeliveryPurpose.Reinvite, DeliveryStatus.Waiting), (2, "sms", DeliveryPurpose.Reinvite, DeliveryStatus.Waiting),
            ],
            deliveries.Select(delivery => (delivery.SecretVersion, delivery.Channel, delivery.Purpose, delivery.Status)).Order());
        Assert.All(deliveries.Where(delivery => delivery.SecretVersion == 2), delivery => Assert.Equal(site.Clock.Now, delivery.DueAt));
    }

    [Fact]
    public async Task A_reinvite_begins_a_new_lifetime()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(3));

        var invitation = (await site.ReinviteAsync(id)).Invitation!;

        Assert.Equal((2, 2, 2L), (invitation.SecretVersion, invitation.IssueCount, invitation.Version));
        Assert.Equal((site.Clock.Now, site.Clock.Now.AddDays(7)), (invitation.IssuedAt, invitation.ExpiresAt));
        Assert.Equal(invitation, await site.StoredAsync(id));
    }

    [Fact]
    public async Task Reinviting_too_soon_says_from_when_on_it_is_possible()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(Cooldown - TimeSpan.FromMicroseconds(1));

        var result = await site.ReinviteAsync(id);

        Refused.With("reinvite.too_soon", result);
        Assert.Equal(AdjustableClock.Start + Cooldown, result.Errors[0].Arguments["retryAt"]);
        Assert.Single(await site.DeliveriesAsync(id));
        site.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.True((await site.ReinviteAsync(id)).Succeeded);
        Refused.With("reinvite.too_soon", await site.ReinviteAsync(id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_expired_invitation_is_opened_again_whether_or_not_a_sweep_has_marked_it(bool isMarked)
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(8));
        if (isMarked)
            await MarkAsExpiredAsync(site, id);

        var result = await site.ReinviteAsync(id);

        Assert.True(result.Succeeded);
        Assert.Equal((InvitationStatus.Pending, null), (result.Invitation!.Status, result.Invitation.EndedAt));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task An_expired_invitation_stays_ended_where_its_address_was_invited_anew()
    {
        await using var site = new Site();
        var first = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(8));
        var second = await site.InviteAsync("ana@example.com");

        Refused.With("invitation.already_pending", await site.ReinviteAsync(first));

        Assert.Equal(InvitationStatus.Expired, (await site.StoredAsync(first)).Status);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(second)).Status);
    }

    [Fact]
    public async Task Of_two_expired_invitations_for_one_address_either_can_be_opened_again()
    {
        await using var site = new Site();
        var first = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(8));
        var second = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(8));

        Assert.True((await site.ReinviteAsync(first)).Succeeded);

        var ended = await site.StoredAsync(second);
        Assert.Equal((InvitationStatus.Expired, site.Clock.Now), (ended.Status, ended.EndedAt));
        Assert.Single(await site.TrailAsync(second), entry => entry.Action is AuditAction.Expired);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(first)).Status);
    }

    [Fact]
    public async Task What_has_ended_for_good_is_not_opened_again()
    {
        await using var site = new Site();
        var (accepted, declined) = (await site.InviteAsync("a@example.com"), await site.InviteAsync("b@example.com"));
        await site.AcceptAsync(await site.TokenAsync(accepted), Acceptor.User("u", ["a@example.com"]));
        await site.DeclineAsync(await site.TokenAsync(declined));
        site.Clock.Advance(TimeSpan.FromDays(8));

        Refused.With("invitation.already_accepted", await site.ReinviteAsync(accepted));
        Refused.With("invitation.declined", await site.ReinviteAsync(declined));
    }

    [Fact]
    public async Task A_grant_that_is_not_possible_any_more_is_not_sent_again()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Groups = ["design"], Products = ["crm"] });
        site.Clock.Advance(Cooldown);
        site.Tenants[Site.Acme] = Site.Settings with { Groups = [], Products = [], Domains = new() { Denied = ["example.com"] } };

        var result = await site.ReinviteAsync(id);

        Assert.Equal(
            ["email.domain_not_allowed", "group.unknown", "product.not_enabled"], result.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
        Assert.Equal(1, (await site.StoredAsync(id)).SecretVersion);
    }

    [Fact]
    public async Task Two_people_at_once_reinvite_once()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(Cooldown);
        site.Interference.BeforeNextWrite(() => site.ReinviteAsync(id));

        Refused.With("invitation.changed", await site.ReinviteAsync(id));

        Assert.Equal(2, (await site.StoredAsync(id)).SecretVersion);
        Assert.Single(await site.DeliveriesAsync(id), delivery => delivery.Status is DeliveryStatus.Waiting);
    }

    [Fact]
    public async Task The_trail_says_who_reinvited()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(Cooldown);

        await site.ReinviteAsync(id, Inviter.OrganizationAdmin("u-olga"));

        var entry = Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Reinvited);
        Assert.Equal(("u-olga", site.Clock.Now), (entry.Actor, entry.At));
    }

    private static async Task MarkAsExpiredAsync(Site site, Guid id)
    {
        var stored = await site.StoredAsync(id);
        var change = new global::Invitations.Stores.InvitationChange
        {
            Updated = stored with { Status = InvitationStatus.Expired, EndedAt = site.Clock.Now, Version = stored.Version + 1 },
            ExpectedStatus = stored.Status,
            ExpectedVersion = stored.Version,
        };
        var outcomes = await site.AskAsync<global::Invitations.Stores.IInvitationStore, IReadOnlyList<global::Invitations.Stores.ChangeOutcome>>(
            (store, token) => store.ChangeAsync([change], token));
        Assert.Equal([global::Invitations.Stores.ChangeOutcome.Applied], outcomes);
    }
}
