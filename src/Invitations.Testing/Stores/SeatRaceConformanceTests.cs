using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>The counters of seats: what many callers at once get.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class SeatRaceConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private const int Limit = 20;

    [Fact]
    public async Task No_more_get_a_seat_than_there_are()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();

            var granted = await race.RunAsync((session, _) => session.Seats.MoveAsync(tenant, [new(GrantKind.Member, 0, 1, Limit)], Cancellation));

            Assert.Equal(Limit, granted.Sum(grant => grant.Single().Granted));
            Assert.Equal(Limit, await TakenAsync(tenant));
        }
    }

    [Fact]
    public async Task Of_many_transactions_those_that_roll_back_leave_their_seats_to_the_others()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();

            var kept = await race.RunAsync((session, caller) => session.Transaction.ExecuteAsync(
                async token =>
                {
                    var grants = await session.Seats.MoveAsync(tenant, [new(GrantKind.Member, 0, 1, Limit), new(GrantKind.Guest, 0, 1, null)], token);
                    return caller % 2 == 0 ? TransactionOutcome.Commit(grants[0].Granted) : TransactionOutcome.Rollback(0);
                },
                Cancellation));

            Assert.Equal(Limit, kept.Sum());
            Assert.Equal(Limit, await TakenAsync(tenant));
        }
    }

    [Fact]
    public async Task What_some_free_and_others_take_adds_up()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            await using (var session = await OpenAsync())
                await session.Seats.MoveAsync(tenant, [new(GrantKind.Member, 0, Race.Callers, null)], Cancellation);

            var grants = await race.RunAsync((session, caller) =>
                session.Seats.MoveAsync(tenant, [caller % 2 == 0 ? new(GrantKind.Member, 1, 0, null) : new(GrantKind.Member, 0, 1, Race.Callers)], Cancellation));

            Assert.All(grants, grant => Assert.InRange(grant.Single().Taken, 0, Race.Callers));
            Assert.Equal((Race.Callers / 2) + grants.Sum(grant => grant.Single().Granted), await TakenAsync(tenant));
        }
    }

    private async Task<int> TakenAsync(TenantId tenant)
    {
        await using var session = await OpenAsync();
        return (await session.Seats.ReadAsync(tenant, Cancellation))[0].Taken;
    }
}
