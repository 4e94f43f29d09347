using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Seats;

public sealed class SeatLedgerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_who_are_there_count_from_when_the_host_says_so()
    {
        using var host = new SeatHost(members: 10);
        await host.InviteAsync("ana@example.com");

        await host.Host.RunAsync<ISeatLedger, int>(async ledger =>
        {
            await ledger.SetUsedAsync(TestHost.Acme, GrantKind.Member, 9, Token);
            return 0;
        });

        Assert.Equal((9, 1), await host.MembersAsync());
        Assert.Equal(["seats.exceeded"], (await host.Host.InviteAsync(new Invite("ben@example.com"))).Codes());
    }

    [Fact]
    public async Task Members_whom_the_host_adds_by_itself_get_all_their_seats_or_none()
    {
        using var host = new SeatHost(members: 3);
        await host.InviteAsync("ana@example.com");

        var refused = await TakeAsync(host, 3);
        var taken = await TakeAsync(host, 2);

        ResultAssertions.AssertError(Assert.Single(refused.Errors), "seats.exceeded", null, ("seat", "member"), ("count", 1), ("limit", 3));
        Assert.True(taken.Succeeded);
        Assert.Equal((2, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task A_member_who_leaves_frees_a_seat_for_the_next_one()
    {
        using var host = new SeatHost(members: 1);
        Assert.True((await host.AcceptAsync(await host.InviteAsync("ana@example.com"))).Succeeded);

        await host.Host.RunAsync<ISeatLedger, int>(async ledger =>
        {
            await ledger.ReleaseAsync(TestHost.Acme, GrantKind.Member, cancellationToken: Token);
            return 0;
        });

        await host.InviteAsync("ben@example.com");
        Assert.Equal((0, 1), await host.MembersAsync());
    }

    [Fact]
    public async Task A_refusal_does_not_spoil_the_transaction_of_the_host()
    {
        using var host = new SeatHost(members: 1);
        await using var scope = host.Host.Scope();
        var ledger = scope.ServiceProvider.GetRequiredService<ISeatLedger>();

        await scope.ServiceProvider.GetRequiredService<IStoreTransaction>().ExecuteAsync(
            async token =>
            {
                Assert.False((await ledger.TakeAsync(TestHost.Acme, GrantKind.Member, 2, token)).Succeeded);
                Assert.True((await ledger.TakeAsync(TestHost.Acme, GrantKind.Member, 1, token)).Succeeded);
                return TransactionOutcome.Commit(0);
            },
            Token);

        Assert.Equal((1, 0), await host.MembersAsync());
    }

    [Fact]
    public async Task Invitations_from_before_the_plan_are_counted_when_it_is_introduced()
    {
        using var host = new SeatHost(members: 2);
        await host.InviteAsync("ana@example.com");
        await host.Host.RunAsync<IInvitationStore, IReadOnlyList<AddConflict>>(store =>
            store.AddAsync([Invitations.Testing.SampleInvitations.Pending("globex"), Invitations.Testing.SampleInvitations.Pending("globex")], Token));

        Assert.Equal(["seats.exceeded"], (await host.Host.InviteAsync(new Invite("ben@example.com"), tenant: "globex")).Codes());
    }

    [Fact]
    public async Task Without_a_plan_no_seat_is_counted_and_the_ledger_says_what_to_register()
    {
        using var host = new TestHost();
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.RunAsync<ISeatLedger, SeatUsage>(ledger => ledger.GetUsageAsync(TestHost.Acme, Token)));

        Assert.StartsWith("INV020", exception.Message, StringComparison.Ordinal);
        Assert.Contains("UseSeatPlan", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Calls.All, call => call.Name.StartsWith("Seats", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(5, -1)]
    public async Task A_plan_with_a_negative_limit_is_a_mistake_and_no_licence(int? members, int? guests)
    {
        using var host = new SeatHost(members, guests);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Host.InviteAsync(new Invite("ana@example.com")));

        Assert.StartsWith("INV021", exception.Message, StringComparison.Ordinal);
        Assert.Empty((await host.Host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task The_plan_is_asked_once_for_a_list_and_not_at_all_for_what_frees_a_seat()
    {
        using var host = new SeatHost(members: 500);
        await host.Host.InviteAsync(People.Of(400));
        Assert.Equal(1, host.Plan.Asked);
        var invitation = (await host.Host.ReadAsync()).Invitations[0];

        await host.RevokeAsync(invitation.Id);

        Assert.Equal(1, host.Plan.Asked);
    }

    private static Task<SeatResult> TakeAsync(SeatHost host, int count) =>
        host.Host.RunAsync<ISeatLedger, SeatResult>(ledger => ledger.TakeAsync(TestHost.Acme, GrantKind.Member, count, Token));
}
