using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Workers that claim deliveries, 100 at a time.</summary>
internal static class ClaimContest
{
    private static readonly TimeSpan Unhurried = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(PostgreSqlBenchmarkDatabase database, SampleSet samples, int claims, Contest contest, Report report)
    {
        var (_, deliveries) = await StoredRows.OfAsync(database, samples);
        Task FillAsync() => database.FillAsync(deliveries);
        foreach (var workers in (int[])[1, 4])
        {
            var rates = await contest.RunAsync(
                $"{database.Name} claim, {workers} workers",
                new Contestant("ours", FillAsync, () => ClaimAsync(database, workers, claims)),
                new Contestant("raw", FillAsync, () => ClaimRawAsync(database, workers, claims)));
            report.Add(new(
                $"{database.Name}: claim by {RawClaims.Take}, {workers} {(workers == 1 ? "worker" : "workers")}",
                "rows/s",
                rates[0],
                "raw SKIP LOCKED",
                rates[1],
                Target.AtLeast(0.5)));
        }
    }

    /// <summary>Claims through our store.</summary>
    /// <returns>How many deliveries were claimed.</returns>
    public static async Task<int> ClaimAsync(BenchmarkDatabase database, int workers, int claims)
    {
        var claim = new DeliveryClaim { Now = TimeProvider.System.GetUtcNow(), Lease = TimeSpan.FromHours(1), Take = RawClaims.Take, Channels = ["email"] };
        var claimed = 0;
        await Callers.RunAsync(workers, Unhurried, claims, async (_, _) =>
        {
            await using var scope = database.Host.OpenScope();
            var rows = await scope.ServiceProvider.GetRequiredService<IDeliveryStore>().ClaimAsync(claim, CancellationToken.None);
            Interlocked.Add(ref claimed, rows.Count);
        });
        return claimed;
    }

    private static async Task<int> ClaimRawAsync(PostgreSqlBenchmarkDatabase database, int workers, int claims)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, workers).Select(
            async _ => await RawClaims.OpenAsync((NpgsqlConnection)await database.ConnectAsync(), database.Deliveries)));
        var now = TimeProvider.System.GetUtcNow();
        var claimed = 0;
        await Callers.RunAsync(
            workers, Unhurried, claims, async (worker, _) => Interlocked.Add(ref claimed, await connections[worker].ClaimAsync(now)));
        foreach (var connection in connections)
            await connection.DisposeAsync();
        return claimed;
    }
}
