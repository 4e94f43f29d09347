using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Inviting;

/// <summary>An id of version 7 by the runtime and by Core; a row needs three of them.</summary>
public class IdBenchmarks
{
    private static readonly DateTimeOffset Instant = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    [Benchmark(Baseline = true)]
    public Guid ByTheRuntime() => Guid.CreateVersion7(Instant);

    [Benchmark]
    public Guid ByCore() => TimeOrderedId.At(Instant);
}
