using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Secrets;

/// <summary>An access code from the typed text to the value that is looked up, and its derivation.</summary>
public class CodeBenchmarks
{
    private static readonly Guid Id = Guid.Parse("0190d1a8-5c1e-7000-8000-000000000001");

    private BenchmarkHost _host = null!;
    private KeyRing _keys = null!;
    private string _typed = "";
    private string _slip = "";

    [GlobalSetup]
    public void MakeCodes()
    {
        _host = new BenchmarkHost();
        _keys = _host.Get<IKeyRingSource>().Current;
        _typed = AccessCodes.Derive(_keys.Signing, Id, 1).Reveal().ToLowerInvariant();
        _slip = (_typed[0] == '7' ? '8' : '7') + _typed[1..];
        if (!AccessCodes.TryRead(_typed, out _) || AccessCodes.TryRead(_slip, out _))
            throw new InvalidOperationException("The codes are not what their names say.");
    }

    [GlobalCleanup]
    public void Close() => _host.Dispose();

    [Benchmark]
    public bool Slip() => AccessCodes.TryRead(_slip, out _);

    [Benchmark]
    public bool Read() => AccessCodes.TryRead(_typed, out _);

    [Benchmark]
    public IReadOnlyCollection<string> ReadAndHashForLookup() =>
        AccessCodes.TryRead(_typed, out var code) ? CodeLookups.Of(_keys, BenchmarkHost.Tenant, code) : [];

    [Benchmark]
    public int Derive() => AccessCodes.Derive(_keys.Signing, Id, 1).Length;
}
