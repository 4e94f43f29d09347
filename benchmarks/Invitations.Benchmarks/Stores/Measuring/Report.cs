using System.Globalization;
using System.Runtime.InteropServices;

namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>All figures of a run as a Markdown table.</summary>
internal sealed class Report
{
    private readonly List<Figure> _figures = [];
    private readonly List<string> _notes = [];
    private bool _isIncomplete;

    public bool HasFailures => _isIncomplete || _figures.Exists(figure => figure.Verdict.Contains("fail", StringComparison.Ordinal));

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        Progress.Say(LineOf(figure));
    }

    public void Note(string text) => _notes.Add(text);

    /// <summary>Says that something could not be measured.</summary>
    public void Fail(string text)
    {
        _isIncomplete = true;
        _notes.Add(text);
        Progress.Say(text);
    }

    public void Write(TextWriter output, DateTimeOffset at)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{at:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores of {Processor()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}."));
        foreach (var note in _notes)
            output.WriteLine(note);
        output.WriteLine();
        output.WriteLine("| figure | unit | ours | compared with | theirs | ratio | target | |");
        output.WriteLine("| --- | --- | ---: | --- | ---: | ---: | ---: | --- |");
        foreach (var figure in _figures)
            output.WriteLine(LineOf(figure));
    }

    private static string LineOf(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {figure.What} | {figure.Unit} | {Number(figure.Ours)} | {figure.Against} | {Number(figure.Theirs)} | {figure.Ratio:0.00} | {figure.Target} | {figure.Verdict} |");

    private static string Number(double? value) => value switch
    {
        null => "",
        < 100 => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("N0", CultureInfo.InvariantCulture),
    };

    private static string Processor()
    {
        const string Facts = "/proc/cpuinfo";
        var line = File.Exists(Facts) ? File.ReadLines(Facts).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
