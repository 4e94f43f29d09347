using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Inviting;

/// <summary>
/// 100,000 rows into an empty in-memory store; an operation is one row, so Op/s is rows per second. Making the rows of a stream is
/// part of it. On one core the compiler needs a million rows until it has done all that it can, hence the long warm-up.
/// </summary>
[WarmupCount(15)]
public class PipelineBenchmarks
{
    private const int Rows = 100_000;

    private BenchmarkHost _host = null!;
    private Invite[] _people = [];

    [GlobalSetup]
    public void MakeRows() => _people = [.. Enumerable.Range(0, Rows).Select(SampleRows.Person)];

    [IterationSetup]
    public void Open() => _host = new BenchmarkHost();

    [IterationCleanup]
    public void Close() => _host.Dispose();

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task<int> StreamOfAddresses() => CountAsync(SampleRows.Stream(Rows, SampleRows.Address));

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task<int> StreamOfPeople() => CountAsync(SampleRows.Stream(Rows, SampleRows.Person));

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> StreamOfRefusals()
    {
        var rows = SampleRows.Stream(Rows, _ => new Invite("no address") { FirstName = "www.example.com", Roles = ["unknown"] });
        var refused = 0;
        await foreach (var result in _host.Get<IInvitationService>().InviteStreamAsync(BenchmarkHost.Tenant, rows, BenchmarkHost.Admin))
            refused += result.Errors.Count == 3 ? 1 : 0;
        return Checked(refused);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> ListOfPeople()
    {
        var result = await _host.Get<IInvitationService>().InviteManyAsync(BenchmarkHost.Tenant, _people, BenchmarkHost.Admin);
        return Checked(result.Count(InviteOutcome.Invited));
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> ListOfPeopleAllOrNothing()
    {
        var options = new InviteOptions { Mode = BatchMode.AllOrNothing };
        var result = await _host.Get<IInvitationService>().InviteManyAsync(BenchmarkHost.Tenant, _people, BenchmarkHost.Admin, options);
        return Checked(result.Count(InviteOutcome.Invited));
    }

    private async Task<int> CountAsync(IAsyncEnumerable<Invite> rows)
    {
        var invited = 0;
        await foreach (var result in _host.Get<IInvitationService>().InviteStreamAsync(BenchmarkHost.Tenant, rows, BenchmarkHost.Admin))
            invited += result.Outcome is InviteOutcome.Invited ? 1 : 0;
        return Checked(invited);
    }

    private static int Checked(int rows) =>
        rows == Rows ? rows : throw new InvalidOperationException($"{rows} of {Rows} rows ended as they should.");
}
