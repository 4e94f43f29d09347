using System.Diagnostics;
using System.Globalization;
using System.Text;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.TestServers;

namespace Invitations.Benchmarks.Excel;

/// <summary>Reading workbooks against a plain loop and a bare library, the memory of a long one, and a file all the way into PostgreSQL.</summary>
internal static class ExcelBenchmarks
{
    public const string Command = "excel-parse";

    /// <param name="args"><c>--quick</c> runs on few rows, to see that it runs.</param>
    /// <returns>0 where every figure reaches its target.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> args)
    {
        // ExcelDataReader asks for code pages, which workbooks do not need.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var isQuick = args.Contains("--quick");
        var contest = new Contest(isQuick ? 1 : 5);
        var report = new Report();
        var rows = isQuick ? 10_000 : 100_000;
        using var file = new MemoryStream();
        SampleWorkbook.Write(file, rows);
        await ReadAsync(file, rows, contest, report);
        await MeasureMemoryAsync(isQuick ? 20_000 : 1_000_000, report);
        await StageAsync(file, rows, contest, report);
        report.Write(Console.Out, TimeProvider.System.GetUtcNow());
        return report.HasFailures ? 1 : 0;
    }

    /// <summary>What the other process does: parses a file and says how fast, and how much memory it had.</summary>
    public static async Task<int> ParseAsync(string path)
    {
        await using var host = new StoreHost(database: null);
        await using var file = File.OpenRead(path);
        var started = Stopwatch.GetTimestamp();
        var rows = await WorkbookLoops.ParseAsync(host, file);
        var rate = rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:F0} {self.PeakWorkingSet64 / 1e6:F0}"));
        return 0;
    }

    private static async Task ReadAsync(MemoryStream file, int rows, Contest contest, Report report)
    {
        await using var host = new StoreHost(database: null);
        var rates = await contest.RunAsync(
            $"read {rows:N0} rows",
            new("plain loop", () => Task.CompletedTask, () => Task.FromResult(WorkbookLoops.Plain(file))),
            new("ExcelDataReader", () => Task.CompletedTask, () => Task.FromResult(WorkbookLoops.ExcelDataReader(file))),
            new("reader", () => Task.CompletedTask, () => Task.FromResult(WorkbookLoops.Engine(file))),
            new("parsing stage", () => Task.CompletedTask, () => WorkbookLoops.ParseAsync(host, file)));
        var micros = rates.Select(rate => 1e6 / rate).ToArray();
        report.Add(new($"parsing stage, {rows:N0} rows", "µs a row", micros[3], "ExcelDataReader", micros[1], Target.AtMost(1.5)));
        report.Add(new($"parsing stage, {rows:N0} rows", "µs a row", micros[3], "its reader alone", micros[2], Target.AtMost(1.5)));
        report.Add(new($"parsing stage, {rows:N0} rows", "µs a row", micros[3], "plain loop", micros[0]));
        report.Add(new($"reader, {rows:N0} rows", "µs a row", micros[2], "plain loop", micros[0]));
    }

    private static async Task MeasureMemoryAsync(int rows, Report report)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
                SampleWorkbook.Write(file, rows);
            var (rate, megabytes) = await InAnotherProcessAsync(path);
            report.Add(new($"parsing stage, {rows:N0} rows from a file", "rows/s", rate, "", null));
            report.Add(new($"parsing stage, {rows:N0} rows from a file", "MB", megabytes, "the most memory wanted", 250, Target.AtMost(1)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(double Rate, double Megabytes)> InAnotherProcessAsync(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, path]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Parsing ended with {process.ExitCode}: {output}");
        var values = output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (double.Parse(values[0], CultureInfo.InvariantCulture), double.Parse(values[1], CultureInfo.InvariantCulture));
    }

    private static async Task StageAsync(MemoryStream file, int rows, Contest contest, Report report)
    {
        if (PostgreSqlServer.Unavailable is { } reason)
        {
            report.Note(reason);
            return;
        }

        var settings = new Dictionary<string, string> { ["shared_buffers"] = "'1GB'", ["max_wal_size"] = "'8GB'", ["checkpoint_timeout"] = "'30min'" };
        await using var server = await PostgreSqlServer.StartNewAsync(new() { Fsync = true, Settings = settings }, CancellationToken.None);
        await using var database = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        var rates = await contest.RunAsync("file to staged batch", new Contestant("ours", database.ResetAsync, () => WorkbookLoops.StageAsync(database.Host, file)));
        report.Add(new($"file of {rows:N0} rows to a staged batch", "rows/s", rates[0], "rows/s wanted", 15_000, Target.AtLeast(1)));
    }
}
