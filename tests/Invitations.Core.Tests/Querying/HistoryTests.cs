using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Querying;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_history_tells_what_was_done_and_sent_in_order()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.ReinviteAsync(id);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.EditAsync(id, new() { Email = "bob@example.com" });
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.ShowAsync(id);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-bob", ["bob@example.com"]));

        var history = (await site.HistoryAsync(id))!;

        Assert.Equal(await site.StoredAsync(id), history.Invitation);
        Assert.Equal(
            [
                (AuditAction.Created, "u-admin", 0), (AuditAction.Reinvited, "u-admin", 1), (AuditAction.Edited, "u-admin", 2),
                (AuditAction.SecretShown, "u-admin", 3), (AuditAction.Accepted, "u-bob", 4),
            ],
            history.Entries.Select(entry => (entry.Action, entry.Actor!, (entry.At - AdjustableClock.Start).Hours)));
        Assert.Equal(
            [(1, DeliveryPurpose.Invitation), (2, DeliveryPurpose.Reinvite), (3, DeliveryPurpose.Invitation)],
            history.Deliveries.Select(delivery => (delivery.SecretVersion, delivery.Purpose)));
        Assert.All(history.Deliveries, delivery => Assert.Equal(DeliveryStatus.Cancelled, delivery.Status));
    }

    [Fact]
    public async Task The_history_of_one_invitation_holds_nothing_of_another()
    {
        await using var site = new Site();
        var (one, other) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("bob@example.com"));
        await site.RevokeAsync(other);

        var history = (await site.HistoryAsync(one))!;

        Assert.Equal(one, Assert.Single(history.Entries).InvitationId);
        Assert.Equal(one, Assert.Single(history.Deliveries).InvitationId);
    }

    [Fact]
    public async Task What_has_ended_keeps_its_history()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.RevokeAsync(id);
        site.Clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(2, (await site.HistoryAsync(id))!.Entries.Count);
        Assert.Equal(InvitationStatus.Revoked, (await site.FindAsync(id))!.Status);
    }
}
