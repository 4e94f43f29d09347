using Invitations.EntityFramework.ProcessTests.Processes;
using Invitations.TestServers;

namespace Invitations.EntityFramework.ProcessTests;

/// <summary>Four processes with twelve callers each, on connections that are open before the start.</summary>
public sealed class RaceTests : IClassFixture<ProcessRace>
{
    private const int Callers = ProcessRace.Processes * ProcessRace.CallersOfProcess;

    private readonly ProcessRace _race;

    public RaceTests(ProcessRace race)
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        _race = race;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WorkerDatabase Database => _race.Database;

    [Fact]
    public async Task Of_many_users_on_many_nodes_one_accepts_and_one_joins()
    {
        for (var round = 0; round < ProcessRace.Rounds; round++)
        {
            var (id, token) = await Database.InviteAsync($"ana{round}@example.com", Cancellation);

            var answers = await _race.RunAsync($"accept {token} ana{round}@example.com", Cancellation);

            var winner = Assert.Single(answers, answer => answer.StartsWith("user-", StringComparison.Ordinal));
            Assert.Equal(Callers - 1, answers.Count(answer => answer == InvitationErrorCodes.InvitationAlreadyAccepted));
            Assert.Equal(winner, await Database.ReadAsync<string>($"""SELECT string_agg("UserId", ',') FROM "Memberships" WHERE "InvitationId" = '{id}'""", Cancellation));
            Assert.Equal(winner, await Database.ReadAsync<string>($"SELECT accepted_by FROM invitations WHERE id = '{id}'", Cancellation));
        }
    }

    [Fact]
    public async Task An_address_that_is_invited_on_many_nodes_at_once_is_invited_once()
    {
        for (var round = 0; round < ProcessRace.Rounds; round++)
        {
            var answers = await _race.RunAsync($"invite ben{round}@example.com", Cancellation);

            Assert.Equal(Callers - 1, answers.Count(answer => answer == InvitationErrorCodes.InvitationAlreadyPending));
            Assert.Equal(1L, await Database.ReadAsync<long>($"SELECT count(*) FROM invitations WHERE email = 'ben{round}@example.com'", Cancellation));
        }

        const string OfBen = "WHERE invitation_id IN (SELECT id FROM invitations WHERE email LIKE 'ben%')";
        Assert.Equal((long)ProcessRace.Rounds, await Database.ReadAsync<long>($"SELECT count(*) FROM invitation_deliveries {OfBen}", Cancellation));
        Assert.Equal((long)ProcessRace.Rounds, await Database.ReadAsync<long>($"SELECT count(*) FROM invitation_audit {OfBen}", Cancellation));
    }

    [Fact]
    public async Task No_two_nodes_claim_the_same_delivery()
    {
        for (var round = 1; round <= ProcessRace.Rounds; round++)
        {
            await Database.ReadAsync<long>("WITH gone AS (DELETE FROM invitations), lost AS (DELETE FROM invitation_deliveries) SELECT 0::bigint", Cancellation);
            await Database.InviteManyAsync(500, Cancellation);

            var claimed = await _race.RunAsync("claim", Cancellation);

            Assert.Equal(500, claimed.Distinct().Count());
            Assert.Equal(500, claimed.Count);
            Assert.Equal(500L, await Database.ReadAsync<long>("SELECT count(*) FROM invitation_deliveries WHERE attempts = 1 AND fence = 1", Cancellation));
        }
    }
}
