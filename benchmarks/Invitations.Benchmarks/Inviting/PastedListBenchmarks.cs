using System.Text;
using BenchmarkDotNet.Attributes;

namespace Invitations.Benchmarks.Inviting;

/// <summary>Text that somebody pasted, taken apart.</summary>
public class PastedListBenchmarks
{
    private string _list = "";
    private string _brackets = "";
    private string _oneWord = "";

    [GlobalSetup]
    public void MakeTexts()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            text.Append(i % 3 == 0 ? "Ana García <" : "").Append("person").Append(i).Append("@example.com").Append(i % 3 == 0 ? ">" : "").Append(i % 2 == 0 ? '\n' : ';');
        _list = text.ToString();
        _brackets = string.Concat(Enumerable.Repeat("<\"(,", 1 << 18));
        _oneWord = new string('a', 1 << 20);
    }

    [Benchmark]
    public int HundredThousandEntries() => PastedList.Parse(_list).Entries.Count;

    [Benchmark]
    public int MegabyteOfBrackets() => PastedList.Parse(_brackets).Entries.Count;

    [Benchmark]
    public int MegabyteWithoutSeparator() => PastedList.Parse(_oneWord).Entries.Count;
}
