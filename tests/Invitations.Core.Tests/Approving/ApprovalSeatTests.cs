using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Seats;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Approving;

/// <summary>A request holds no seat; what is approved does.</summary>
public sealed class ApprovalSeatTests
{
    private static readonly Inviter Mia = Inviter.Member("u-mia");

    private readonly FakePlan _plan = new() { Limits = new() { Members = 2 } };

    [Fact]
    public async Task Requests_are_approved_in_their_order_as_long_as_there_are_seats()
    {
        await using var site = NewSite();
        var (a, b, c) = (
            await site.RequestAsync(new("a@example.com"), Mia), await site.RequestAsync(new("b@example.com"), Mia), await site.RequestAsync(new("c@example.com"), Mia));
        Assert.Equal(0, await ReservedAsync(site));

        var results = await site.ApproveManyAsync([c, a, b]);

        Assert.Equal([true, true, false], results.Select(result => result.Succeeded));
        ApprovalCalls.AssertRefused("seats.exceeded", results[2]);
        Assert.Equal((2, InvitationStatus.AwaitingApproval), (await ReservedAsync(site), (await site.StoredAsync(b)).Status));
        Assert.True((await site.RefuseAsync(b)).Succeeded);
        await site.RevokeAsync(a);
        Assert.Equal(1, await ReservedAsync(site));
    }

    [Fact]
    public async Task A_request_that_changed_in_between_takes_no_seat()
    {
        await using var site = NewSite();
        var (a, b) = (await site.RequestAsync(new("a@example.com"), Mia), await site.RequestAsync(new("b@example.com"), Mia));
        site.Interference.BeforeNextWrite(() => site.RevokeAsync(a));

        var results = await site.ApproveManyAsync([a, b]);

        Assert.Equal([false, true], results.Select(result => result.Succeeded));
        Assert.Equal(1, await ReservedAsync(site));
    }

    [Fact]
    public async Task A_request_to_join_frees_the_seat_of_an_invitation_that_has_expired()
    {
        await using var site = NewSite();
        await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await ReservedAsync(site));

        await site.RequestToJoinAsync(new() { Email = "ana@example.com" });

        Assert.Equal(0, await ReservedAsync(site));
    }

    private static async Task<int> ReservedAsync(Site site) =>
        (await site.AskAsync<ISeatLedger, SeatUsage>((ledger, token) => ledger.GetUsageAsync(Site.Acme, token))).Members.Reserved;

    private Site NewSite()
    {
        var site = new Site(services: services => services.AddScoped<ISeatPlan>(_ => _plan));
        site.Tenants[Site.Acme] = Site.Settings with
        {
            Authority = new() { MembersInvite = true },
            Approval = new() { Members = true },
            JoinRequests = new() { Allowed = true },
        };
        return site;
    }
}
