using BenchmarkDotNet.Attributes;
using Invitations.Benchmarks.Inviting;

namespace Invitations.Benchmarks.Bulk;

/// <summary>100,000 pending invitations in memory, changed by filter in chunks of 1,000; an operation is one invitation, so Op/s is invitations per second.</summary>
[WarmupCount(5)]
public class BulkBenchmarks
{
    private const int Rows = 100_000;
    private static readonly InvitationFilter Pending = new() { Statuses = [InvitationStatus.Pending] };

    private BenchmarkHost _host = null!;

    [IterationSetup]
    public void Invite()
    {
        _host = new BenchmarkHost();
        var people = Enumerable.Range(0, Rows).Select(SampleRows.Person).ToList();
        _host.Get<IInvitationService>().InviteManyAsync(BenchmarkHost.Tenant, people, BenchmarkHost.Admin).GetAwaiter().GetResult();
    }

    [IterationCleanup]
    public void Close() => _host.Dispose();

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> Revoke() =>
        Checked(await _host.Get<IBulkAdministration>().RevokeAsync(BenchmarkHost.Tenant, Pending, BenchmarkHost.Admin));

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> Extend() =>
        Checked(await _host.Get<IBulkAdministration>().ExtendAsync(BenchmarkHost.Tenant, Pending, null, BenchmarkHost.Admin));

    private static int Checked(BulkChangeResult result) =>
        result.Counts.Done == Rows ? Rows : throw new InvalidOperationException($"{result.Counts.Done} of {Rows} were changed.");
}
