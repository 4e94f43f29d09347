using Invitations.Benchmarks.Inviting;
using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Memory;

/// <summary>
/// The memory that is alive while rows stream into a store that keeps nothing, measured after a full collection at every
/// tenth chunk. It has to stay level: what a stream costs does not depend on how long it is.
/// </summary>
internal static class MemoryProbe
{
    private const int RowsBetweenSamples = 5_000;

    public static async Task<int> RunAsync()
    {
        await MeasureAsync(20_000);
        Console.WriteLine("| rows | alive before | lowest | highest | alive after |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        var small = await MeasureAsync(100_000);
        var large = await MeasureAsync(400_000);
        Write(100_000, small);
        Write(400_000, large);
        return large.Highest <= small.Highest * 1.25 ? 0 : 1;
    }

    private static async Task<(long Before, long Lowest, long Highest, long After)> MeasureAsync(int rows)
    {
        using var host = new BenchmarkHost(AddNullStore);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, lowest, highest) = (0, long.MaxValue, 0L);
        var stream = SampleRows.Stream(rows, SampleRows.Person);
        await foreach (var result in host.Get<IInvitationService>().InviteStreamAsync(BenchmarkHost.Tenant, stream, BenchmarkHost.Admin))
        {
            if (result.Outcome is not InviteOutcome.Invited)
                throw new InvalidOperationException(result.ToString());
            if (++count % RowsBetweenSamples != 0)
                continue;
            var alive = GC.GetTotalMemory(forceFullCollection: true);
            (lowest, highest) = (Math.Min(lowest, alive), Math.Max(highest, alive));
        }

        return (before, lowest, highest, GC.GetTotalMemory(forceFullCollection: true));
    }

    private static void AddNullStore(IServiceCollection services)
    {
        services.AddScoped<NullStore>();
        services.AddScoped<IStoreTransaction>(provider => provider.GetRequiredService<NullStore>());
        services.AddScoped<IInvitationStore>(provider => provider.GetRequiredService<NullStore>());
        services.AddScoped<IDeliveryStore>(provider => provider.GetRequiredService<NullStore>());
        services.AddScoped<IAuditStore>(provider => provider.GetRequiredService<NullStore>());
    }

    private static void Write(int rows, (long Before, long Lowest, long Highest, long After) alive) => Console.WriteLine(
        $"| {rows:N0} | {alive.Before / 1024:N0} KiB | {alive.Lowest / 1024:N0} KiB | {alive.Highest / 1024:N0} KiB | {alive.After / 1024:N0} KiB |");
}
