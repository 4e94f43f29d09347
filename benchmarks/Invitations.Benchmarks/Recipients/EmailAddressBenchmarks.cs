using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Recipients;

/// <summary>Addresses as people write them, and as somebody hostile does.</summary>
public class EmailAddressBenchmarks
{
    private string _hostile = "";

    [GlobalSetup]
    public void MakeText() => _hostile = string.Concat(Enumerable.Repeat("a.", 500_000)) + "@example.com";

    [Benchmark(Baseline = true)]
    public bool Plain() => EmailAddress.TryParse("ana.garcia@mail.example.com", out _);

    [Benchmark]
    public bool MixedCase() => EmailAddress.TryParse("Ana.Garcia@Mail.Example.COM", out _);

    [Benchmark]
    public bool International() => EmailAddress.TryParse("ana@bücher.example", out _);

    [Benchmark]
    public bool WithName() => EmailAddress.TryParse("Ana García <ana@example.com>", out _);

    [Benchmark]
    public bool MegabyteLong() => EmailAddress.TryParse(_hostile, out _);
}
