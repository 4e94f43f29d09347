using Invitations.Benchmarks.Stores.Contests;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Peer;
using Invitations.Benchmarks.Stores.Rows;
using Invitations.TestServers;

namespace Invitations.Benchmarks.Stores;

/// <summary>
/// The store in a database against the raw limits of that database, against plain EF and against better-auth, in one run on servers and
/// files of its own. Ours go through the public services, or through the store's contracts where it is the store that is measured.
/// </summary>
internal sealed class StoreBenchmarks
{
    private readonly bool _isQuick;
    private readonly Contest _contest;
    private readonly Contest _callContest;
    private readonly TimeSpan _time;
    private readonly Report _report = new();

    private StoreBenchmarks(bool isQuick)
    {
        _isQuick = isQuick;
        _contest = new Contest(isQuick ? 1 : 3);
        _callContest = new Contest(isQuick ? 1 : 3, isQuick ? 1 : 4);
        _time = TimeSpan.FromSeconds(isQuick ? 0.5 : 1.5);
    }

    /// <param name="args">Which parts, none for all; <c>--quick</c> runs them on few rows, to see that they run.</param>
    /// <returns>0 where every figure reaches its target.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> args)
    {
        var benchmarks = new StoreBenchmarks(args.Contains("--quick"));
        var parts = args.Where(arg => arg != "--quick").ToHashSet();
        if (PostgreSqlServer.Unavailable is { } reason)
            benchmarks._report.Note(reason);
        else
            await benchmarks.RunOnPostgreSqlAsync(parts);
        await benchmarks.RunOnSqliteAsync(parts);
        benchmarks._report.Write(Console.Out, TimeProvider.System.GetUtcNow());
        return benchmarks._report.HasFailures ? 1 : 0;
    }

    private async Task RunOnPostgreSqlAsync(HashSet<string> parts)
    {
        // A server as a careful administrator runs it: every commit is on the disk, and the memory fits the machine.
        var settings = new Dictionary<string, string> { ["shared_buffers"] = "'1GB'", ["max_wal_size"] = "'8GB'", ["checkpoint_timeout"] = "'30min'" };
        await using var server = await PostgreSqlServer.StartNewAsync(new() { Fsync = true, Settings = settings }, CancellationToken.None);
        await using var database = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        var samples = await SampleSet.CreateAsync(_isQuick ? 10_000 : 100_000);
        await RunPartAsync(parts, "persist", () => PersistContest.RunAsync(database, samples, _contest, _report));
        await RunPartAsync(parts, "statements", () => StatementCount.RunAsync(database, _report));
        await RunPartAsync(parts, "single", () => RunSinglesAsync(server, database, samples.Take(20_000)));
        await RunPartAsync(parts, "claim", () => ClaimContest.RunAsync(database, samples.Take(50_000), _isQuick ? 50 : 300, _contest, _report));
        await RunPartAsync(
            parts, "ended", () => EndedContest.RunAsync(server, samples.Take(10_000), _isQuick ? 20_000 : 500_000, _time, _contest, _report));
        await RunPartAsync(
            parts,
            "batches",
            () => BatchContest.RunAsync(database, samples.Take(20_000), _isQuick ? 10_000 : 100_000, _isQuick ? 20_000 : 1_000_000, _contest, _report));
        await RunPartAsync(parts, "scale", () => ScaleContest.RunAsync(server, 10_000, _isQuick ? 30_000 : 1_000_000, _contest, _report));
    }

    /// <summary>One call for one invitation, against raw statements, plain EF and the peer.</summary>
    private async Task RunSinglesAsync(PostgreSqlServer server, PostgreSqlBenchmarkDatabase database, SampleSet samples)
    {
        var peer = _isQuick ? null : await BetterAuth.RunAsync(server);
        if (peer is null)
            _report.Note("better-auth was not run: BETTER_AUTH_BENCH names no folder with its script, or the run was a quick one.");
        foreach (var (callers, share) in ((int, double)[])[(1, 0.6), (16, 0.35)])
        {
            var accepts = await AcceptContest.RunAsync(database, samples, callers, share, _time, _callContest, _report);
            await database.ResetAsync();
            var inviting = new Contestant("ours", database.SettleAsync, () => ServiceCalls.InviteAsync(database, callers, _time));
            var invites = await _callContest.RunAsync($"invite one, {callers} callers", inviting);
            PeerContest.Compare(peer, callers, invites[0], accepts, _report);
        }
    }

    private Task RunOnSqliteAsync(HashSet<string> parts) => RunPartAsync(parts, "sqlite", async () =>
    {
        await using var database = await SqliteBenchmarkDatabase.CreateAsync();
        var samples = await SampleSet.CreateAsync(_isQuick ? 10_000 : 100_000);
        await PersistContest.RunAsync(database, samples, _contest, _report);
        await AcceptContest.RunAsync(database, samples.Take(20_000), 1, 0.6, _time, _callContest, _report);
    });

    private async Task RunPartAsync(HashSet<string> parts, string part, Func<Task> run)
    {
        if (parts.Count > 0 && !parts.Contains(part))
            return;
        try
        {
            await run();
        }
#pragma warning disable CA1031 // What the other parts have measured is worth having.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _report.Fail($"The part '{part}' stopped: {exception}");
        }
    }
}
