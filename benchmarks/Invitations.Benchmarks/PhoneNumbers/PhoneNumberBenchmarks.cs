using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.PhoneNumbers;

/// <summary>Numbers as people type them; the table is loaded and the regions have been used before.</summary>
public class PhoneNumberBenchmarks
{
    private BenchmarkHost _host = null!;
    private IPhoneNumberParser _parser = null!;
    private string _hostile = "";

    [GlobalSetup]
    public void LoadTable()
    {
        _host = new BenchmarkHost();
        _parser = _host.Get<IPhoneNumberParser>();
        _hostile = "+44" + new string('7', 1_000_000);
        if (!International() || !National() || !Italian() || Hostile())
            throw new InvalidOperationException("The numbers are not what their names say.");
    }

    [GlobalCleanup]
    public void Close() => _host.Dispose();

    [Benchmark(Baseline = true)]
    public bool International() => IsNumber("+44 7911 123456", null);

    [Benchmark]
    public bool National() => IsNumber("07911 123456", "GB");

    [Benchmark]
    public bool Italian() => IsNumber("06 6982 1234", "IT");

    [Benchmark]
    public bool Hostile() => IsNumber(_hostile, "GB");

    private bool IsNumber(string text, string? region) => _parser.Parse(new() { Text = text, DefaultRegion = region }).Number is not null;
}
