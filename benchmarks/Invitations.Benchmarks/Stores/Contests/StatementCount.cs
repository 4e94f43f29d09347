using System.Diagnostics;
using Invitations.Benchmarks.Inviting;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>The commands that one chunk sends to PostgreSQL, small or large, counted by the driver's own tracing.</summary>
internal static class StatementCount
{
    public static async Task RunAsync(PostgreSqlBenchmarkDatabase database, Report report)
    {
        var small = await CountAsync(database, 10);
        var large = await CountAsync(database, 1_000);
        report.Add(new("PostgreSQL: commands for a chunk of 1,000 rows", "commands", large, "a chunk of 10", small, Target.AtMost(1)));
    }

    private static async Task<int> CountAsync(PostgreSqlBenchmarkDatabase database, int rows)
    {
        await database.ResetAsync();
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Interlocked.Increment(ref count),
        };
        ActivitySource.AddActivityListener(listener);
        await using var scope = database.Host.OpenScope();
        var people = Enumerable.Range(0, rows).Select(SampleRows.Person).ToList();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteManyAsync(StoreHost.Tenant, people, StoreHost.Admin);
        return result.Succeeded ? count : throw new InvalidOperationException("Not every row was invited.");
    }
}
