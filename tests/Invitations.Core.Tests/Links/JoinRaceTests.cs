using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Links;

public sealed class JoinRaceTests
{
    private const int Rounds = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_200_who_join_at_once_exactly_as_many_as_the_cap_get_in()
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var link = await site.CreateLinkAsync(new() { Name = "Hundred", UseLimit = 100 });
            var token = await site.LinkTokenAsync(link.Id);

            var results = await JoinAtOnceAsync(site, token, 200, i => i % 2 == 0 ? Acceptor.User($"u-{i}") : Acceptor.SigningUp($"form-{i}"));

            Assert.Equal(100, results.Count(result => result.Succeeded));
            Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("link.exhausted", Assert.Single(result.Errors).Code));
            Assert.Equal(100, await site.CountedAsync(link));
            Assert.Equal(100 * round, site.Memberships.Rows.Count);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_person_64_times_at_once_takes_one_use_and_always_gets_the_same_answer(bool isSignUp)
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var link = await site.CreateLinkAsync();
            var token = await site.LinkTokenAsync(link.Id);

            var results = await JoinAtOnceAsync(site, token, 64, _ => isSignUp ? Acceptor.SigningUp("form") : Acceptor.User("u-ana"));

            Assert.All(results, result => Assert.Empty(result.Errors));
            Assert.Single(results, result => !result.Acceptance!.IsRepeat);
            Assert.Single(results.Select(result => (result.Acceptance!.UserId, result.Acceptance.InvitationId)).Distinct());
            Assert.Equal(1, await site.CountedAsync(link));
            Assert.Equal(round, site.Memberships.Rows.Count);
        }
    }

    [Fact]
    public async Task Where_the_plan_has_fewer_seats_than_the_link_nobody_gets_in_without_one_and_no_use_is_lost()
    {
        await using var site = new Site(builder => builder.UseSeatPlan<TenSeats>());
        var link = await site.CreateLinkAsync(new() { Name = "Hundred", UseLimit = 100 });
        var token = await site.LinkTokenAsync(link.Id);

        var results = await JoinAtOnceAsync(site, token, 64, i => Acceptor.User($"u-{i}"));

        Assert.Equal(10, results.Count(result => result.Succeeded));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("seats.exceeded", Assert.Single(result.Errors).Code));
        Assert.Equal(10, await site.CountedAsync(link));
        var usage = await site.AskAsync<ISeatLedger, SeatUsage>((ledger, cancel) => ledger.GetUsageAsync(Site.Acme, cancel));
        Assert.Equal((10, 0), (usage.Members.Used, usage.Members.Reserved));
        Assert.True((await site.JoinAsync(token, Acceptor.User(site.Memberships.Rows.First().User))).Acceptance!.IsRepeat);
    }

    [Fact]
    public async Task Who_joins_while_a_link_is_turned_off_is_in_with_a_row_or_out()
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var link = await site.CreateLinkAsync();
            var token = await site.LinkTokenAsync(link.Id);
            var before = site.Memberships.Rows.Count;

            var joins = Enumerable.Range(0, 32).Select(i => Open(site, token, Acceptor.User($"u-{i}"))).ToList();
            var results = await Race.RunAsync([.. joins, async () =>
            {
                Assert.True((await site.DeactivateLinkAsync(link.Id)).Succeeded);
                return null!;
            }]);

            var joined = results.Count(result => result is { Succeeded: true });
            Assert.All(results.Where(result => result is { Succeeded: false }), result => Assert.Equal("link.inactive", Assert.Single(result.Errors).Code));
            Assert.Equal(joined, await site.CountedAsync(link));
            Assert.Equal(joined, site.Memberships.Rows.Count - before);
        }
    }

    private static Task<AcceptResult[]> JoinAtOnceAsync(Site site, string token, int callers, Func<int, Acceptor> acceptor) =>
        Race.RunAsync(Enumerable.Range(0, callers).Select(i => Open(site, token, acceptor(i))));

    private static Func<Task<AcceptResult>> Open(Site site, string token, Acceptor acceptor)
    {
        var scope = site.Provider.CreateAsyncScope();
        var joining = scope.ServiceProvider.GetRequiredService<IInvitationJoining>();
        return async () =>
        {
            await using (scope)
                return await joining.JoinAsync(token, acceptor, null, null, Token);
        };
    }

    private sealed class TenSeats : ISeatPlan
    {
        public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) => new(new SeatLimits { Members = 10 });
    }
}
