using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>The counters of messages: what many callers at once get.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class QuotaRaceConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private const int Limit = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static DateTimeOffset Now => SampleInvitations.Now;

    [Fact]
    public async Task Of_two_hundred_at_once_no_more_than_the_limit_get_one()
    {
        await using var race = await Race.OpenAsync(Fixture, callers: 200, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var key = SampleInvitations.NewText("key");

            var grants = await race.RunAsync((session, _) => session.Quotas.TakeAsync([new(key, 1, Limit, Window)], Now, Cancellation));

            Assert.Equal(Limit, grants.Sum(grant => grant.Single().Granted));
            Assert.Equal(Limit, await TakenAsync(key));
        }
    }

    [Fact]
    public async Task Transactions_that_take_from_several_counters_do_not_wait_for_each_other_for_ever()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var keys = Enumerable.Range(0, 4).Select(i => SampleInvitations.NewText($"key-{i}")).ToArray();

            var kept = await race.RunAsync((session, caller) => session.Transaction.ExecuteAsync(
                async token =>
                {
                    var own = keys.Where((_, i) => i != caller % keys.Length).Select(key => new QuotaRequest(key, 1, Limit, Window)).ToArray();
                    var grants = await session.Quotas.TakeAsync(own, Now, token);
                    return grants.All(grant => grant.Granted == 1) && caller % 5 != 0 ? TransactionOutcome.Commit(own.Length) : TransactionOutcome.Rollback(0);
                },
                Cancellation));

            var taken = await Task.WhenAll(keys.Select(TakenAsync));
            Assert.All(taken, count => Assert.InRange(count, 0, Limit));
            Assert.Equal(kept.Sum(), taken.Sum());
        }
    }

    [Fact]
    public async Task Whoever_counts_open_invitations_sees_those_of_the_transaction_before()
    {
        const int Cap = 10;
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();

            await race.RunAsync((session, _) => session.Transaction.ExecuteAsync(
                async token =>
                {
                    if (await session.Quotas.CountOpenAsync(new(tenant, "user-1", false, Now), token) >= Cap)
                        return TransactionOutcome.Rollback(false);
                    Assert.Empty(await session.Invitations.AddAsync([SampleInvitations.Pending(tenant)], token));
                    return TransactionOutcome.Commit(true);
                },
                Cancellation));

            await using var session = await OpenAsync();
            Assert.Equal(Cap, await session.Quotas.CountOpenAsync(new(tenant, null, false, Now), Cancellation));
        }
    }

    private async Task<int> TakenAsync(string key)
    {
        await using var session = await OpenAsync();
        return (await session.Quotas.FindAsync([key], Now, Cancellation)).SingleOrDefault()?.Taken ?? 0;
    }
}
