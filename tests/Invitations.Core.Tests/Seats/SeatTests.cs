using Invitations.Tests.Hosting;

namespace Invitations.Tests.Seats;

public sealed class SeatTests
{
    [Fact]
    public async Task An_invitation_reserves_a_seat_and_acceptance_keeps_it()
    {
        using var host = new SeatHost(members: 2);

        var id = await host.InviteAsync("ana@example.com");
        Assert.Equal((0, 1), await host.MembersAsync());
        Assert.True((await host.AcceptAsync(id)).Succeeded);

        Assert.Equal((1, 0), await host.MembersAsync());
        var usage = await host.UsageAsync();
        Assert.Equal((1, 1), (usage.Members.Taken, usage.Members.Free));
        Assert.Equal(new SeatCount(0, 0, null), usage.Guests);
    }

    [Fact]
    public async Task The_last_seat_is_given_once_and_the_refusal_says_how_many_there_are()
    {
        using var host = new SeatHost(members: 1);
        await host.InviteAsync("ana@example.com");

        (await host.Host.InviteAsync(new Invite("ben@example.com"))).AssertRefused("seats.exceeded", null, ("seat", "member"), ("count", 1), ("limit", 1));

        Assert.Single((await host.Host.ReadAsync()).Invitations);
        Assert.Equal((0, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task Guests_have_seats_of_their_own()
    {
        using var host = new SeatHost(members: 1, guests: 1);
        await host.InviteAsync("ana@example.com");
        await host.InviteAsync("gus@example.com", GrantKind.Guest);

        var refused = await host.Host.InviteAsync(new Invite("gil@example.com") { Kind = GrantKind.Guest });

        refused.AssertRefused("seats.exceeded", null, ("seat", "guest"), ("count", 1), ("limit", 1));
        Assert.Equal(((0, 1), (0, 1)), (await host.MembersAsync(), await host.GuestsAsync()));
    }

    [Fact]
    public async Task A_declined_a_revoked_and_a_replaced_invitation_free_their_seats()
    {
        using var host = new SeatHost(members: 3);
        var (declined, revoked) = (await host.InviteAsync("ana@example.com"), await host.InviteAsync("ben@example.com"));
        await host.InviteAsync("cleo@example.com");

        Assert.True((await host.DeclineAsync(declined)).Succeeded);
        Assert.True((await host.RevokeAsync(revoked)).Succeeded);
        Assert.Equal((0, 1), await host.MembersAsync());
        host.Host.Clock.Advance(TimeSpan.FromDays(8));
        host.Plan.Limits = new() { Members = 1 };
        await host.InviteAsync("cleo@example.com");

        Assert.Equal((0, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task Every_open_invitation_can_be_accepted_after_the_plan_has_become_smaller()
    {
        using var host = new SeatHost(members: 2);
        var (ana, ben) = (await host.InviteAsync("ana@example.com"), await host.InviteAsync("ben@example.com"));
        host.Plan.Limits = new() { Members = 0 };

        Assert.True((await host.AcceptAsync(ana)).Succeeded);
        Assert.True((await host.AcceptAsync(ben)).Succeeded);
        (await host.Host.InviteAsync(new Invite("cleo@example.com"))).AssertRefused("seats.exceeded", null, ("seat", "member"), ("count", 2), ("limit", 0));
        Assert.Equal(0, (await host.UsageAsync()).Members.Free);
    }

    [Fact]
    public async Task A_list_takes_seats_in_the_order_of_its_rows()
    {
        using var host = new SeatHost(members: 2, guests: 1);

        var result = await host.Host.InviteAsync(
        [
            new("nonsense"), new("ana@example.com"), new("gus@example.com") { Kind = GrantKind.Guest }, new("ben@example.com"), new("cleo@example.com"),
            new("gil@example.com") { Kind = GrantKind.Guest },
        ]);

        Assert.Equal(
            [InviteOutcome.Refused, InviteOutcome.Invited, InviteOutcome.Invited, InviteOutcome.Invited, InviteOutcome.Refused, InviteOutcome.Refused],
            result.Outcomes());
        Assert.Equal(["seats.exceeded"], result.Rows[4].Codes());
        Assert.Equal(["seats.exceeded"], result.Rows[5].Codes());
        Assert.Equal(((0, 2), (0, 1)), (await host.MembersAsync(), await host.GuestsAsync()));
    }

    [Fact]
    public async Task An_all_or_nothing_list_gets_all_of_its_seats_or_none()
    {
        using var host = new SeatHost(members: 2);

        var refused = await host.Host.InviteAsync(People.Of(3), new() { Mode = BatchMode.AllOrNothing });
        var invited = await host.Host.InviteAsync(People.Of(2), new() { Mode = BatchMode.AllOrNothing });

        Assert.Equal([InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.Refused], refused.Outcomes());
        Assert.True(invited.Succeeded);
        Assert.Equal((0, 2), await host.MembersAsync());
    }

    [Fact]
    public async Task A_reinvited_expired_invitation_takes_a_seat_again_or_stays_as_it_was()
    {
        using var host = new SeatHost(members: 1);
        var ana = await host.InviteAsync("ana@example.com");
        host.Host.Clock.Advance(TimeSpan.FromDays(8));
        host.Plan.Limits = new() { Members = 2 };
        await host.InviteAsync("ana@example.com");
        await host.InviteAsync("ben@example.com");
        var before = (await host.Host.ReadAsync()).Invitations;

        var refused = await host.ReinviteAsync(ana);

        ResultAssertions.AssertError(Assert.Single(refused.Errors), "seats.exceeded", null, ("seat", "member"), ("count", 2), ("limit", 2));
        Assert.Equal(before, (await host.Host.ReadAsync()).Invitations);
        Assert.Equal((0, 2), await host.MembersAsync());
    }

    [Fact]
    public async Task A_reinvited_one_that_nobody_has_marked_as_expired_has_its_seat_still()
    {
        using var host = new SeatHost(members: 1);
        var ana = await host.InviteAsync("ana@example.com");
        host.Host.Clock.Advance(TimeSpan.FromDays(8));

        Assert.True((await host.ReinviteAsync(ana)).Succeeded);

        Assert.Equal((0, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task An_edit_of_the_kind_changes_the_seat_or_is_refused()
    {
        using var host = new SeatHost(members: 1, guests: 1);
        var (ana, gus) = (await host.InviteAsync("ana@example.com"), await host.InviteAsync("gus@example.com", GrantKind.Guest));

        var refused = await host.EditAsync(gus, new() { Kind = GrantKind.Member });
        Assert.Equal("seats.exceeded", Assert.Single(refused.Errors).Code);
        Assert.Equal(((0, 1), (0, 1)), (await host.MembersAsync(), await host.GuestsAsync()));
        await host.RevokeAsync(ana);

        Assert.True((await host.EditAsync(gus, new() { Kind = GrantKind.Member })).Succeeded);
        Assert.Equal(((0, 1), (0, 0)), (await host.MembersAsync(), await host.GuestsAsync()));
    }

    [Fact]
    public async Task An_edit_that_takes_the_address_of_an_expired_invitation_frees_its_seat()
    {
        using var host = new SeatHost(members: 2);
        await host.InviteAsync("ana@example.com");
        host.Host.Clock.Advance(TimeSpan.FromDays(8));
        var ben = await host.InviteAsync("ben@example.com");

        Assert.True((await host.EditAsync(ben, new() { Email = "ana@example.com" })).Succeeded);

        Assert.Equal((0, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task A_merge_that_makes_a_guest_a_member_changes_the_seat_or_is_refused()
    {
        using var host = new SeatHost(members: 1, guests: 1);
        await host.InviteAsync("gus@example.com", GrantKind.Guest);
        var ana = await host.InviteAsync("ana@example.com");
        var merging = new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant };

        Assert.Equal(["seats.exceeded"], (await host.Host.InviteAsync(new Invite("gus@example.com"), merging)).Codes());
        Assert.Equal(((0, 1), (0, 1)), (await host.MembersAsync(), await host.GuestsAsync()));
        await host.RevokeAsync(ana);

        (await host.Host.InviteAsync(new Invite("gus@example.com"), merging)).AssertSucceeded(InviteOutcome.Merged);
        Assert.Equal(((0, 1), (0, 0)), (await host.MembersAsync(), await host.GuestsAsync()));
    }

    [Fact]
    public async Task A_direct_grant_uses_a_seat_unless_the_person_has_one()
    {
        var grants = new RecordingDirectGrants();
        var accounts = new FakeAccounts(
            new Account { UserId = "u-1", Email = "ana@example.com" },
            new Account { UserId = "u-2", Email = "ben@example.com" },
            new Account { UserId = "u-3", Email = "member@example.com", IsMember = true });
        using var host = new SeatHost(members: 1, accounts: accounts, directGrants: grants);

        var result = await host.Host.InviteAsync(
            [new("ana@example.com"), new("ben@example.com"), new("member@example.com")],
            new() { WhenAccountExists = WhenAccountExists.GrantDirectly });

        Assert.Equal([InviteOutcome.GrantedDirectly, InviteOutcome.Refused, InviteOutcome.GrantedDirectly], result.Outcomes());
        Assert.Equal(["seats.exceeded"], result.Rows[1].Codes());
        Assert.Equal(2, grants.Granted.Count);
        Assert.Equal((1, 0), await host.MembersAsync());
    }

    [Fact]
    public async Task Whoever_is_already_invited_takes_no_second_seat()
    {
        using var host = new SeatHost(members: 2);
        await host.InviteAsync("ana@example.com");

        Assert.Equal(["invitation.already_pending"], (await host.Host.InviteAsync(new Invite("ana@example.com"))).Codes());
        (await host.Host.InviteAsync(new Invite("ana@example.com"), new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite })).AssertSucceeded(InviteOutcome.Reinvited);

        Assert.Equal((0, 1), await host.MembersAsync());
    }
}
