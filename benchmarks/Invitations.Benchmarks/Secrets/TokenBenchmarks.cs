using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Secrets;

/// <summary>What an anonymous caller can make the host do with a link, before anything is read from a store.</summary>
public class TokenBenchmarks
{
    private BenchmarkHost _host = null!;
    private TokenCodec _codec = null!;
    private string _token = "";
    private string _forged = "";
    private string _ofUnknownKey = "";

    [GlobalSetup]
    public void MakeTokens()
    {
        _host = new BenchmarkHost();
        _codec = _host.Get<TokenCodec>();
        _token = _codec.Write(TokenKind.Invitation, Guid.NewGuid(), 1);
        _forged = _token[..40] + (_token[40] == 'A' ? 'B' : 'A') + _token[41..];
        using var other = new BenchmarkHost();
        _ofUnknownKey = other.Get<TokenCodec>().Write(TokenKind.Invitation, Guid.NewGuid(), 1);
        if (!Valid() || Forged() || OfUnknownKey() || Garbage())
            throw new InvalidOperationException("The tokens are not what their names say.");
    }

    [GlobalCleanup]
    public void Close() => _host.Dispose();

    [Benchmark(Baseline = true)]
    public bool Valid() => _codec.TryRead(_token, TokenKind.Invitation, out _);

    [Benchmark]
    public bool Forged() => _codec.TryRead(_forged, TokenKind.Invitation, out _);

    [Benchmark]
    public bool OfUnknownKey() => _codec.TryRead(_ofUnknownKey, TokenKind.Invitation, out _);

    [Benchmark]
    public bool Garbage() => _codec.TryRead("not-a-token", TokenKind.Invitation, out _);

    [Benchmark]
    public string Write() => _codec.Write(TokenKind.Invitation, Guid.Parse("0190d1a8-5c1e-7000-8000-000000000001"), 1);
}
