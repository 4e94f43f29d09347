using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Spreadsheets;

/// <summary>How long templates, error workbooks and exports take, next to writing the same cells with nothing but a zip archive and an XML writer.</summary>
internal static class WritingFigures
{
    public const string Command = "excel-writing";

    private const int Rounds = 7;
    private const int ErrorRows = 10_000;
    private const int ExportRows = 100_000;

    private static readonly string[] Header =
        ["First name", "Last name", "E-mail address", "Mobile number", "Identifier", "Job title", "Department", "Line manager", "Start date", "Employee ID", "Language", "Personal message"];

    public static async Task<int> RunAsync()
    {
        await using var provider = Services();
        await using var scope = provider.CreateAsyncScope();
        var templates = scope.ServiceProvider.GetRequiredService<ISpreadsheetTemplates>();
        var workbooks = scope.ServiceProvider.GetRequiredService<IErrorWorkbooks>();
        var file = Encoding.UTF8.GetBytes(string.Join(',', Header) + "\r\n" + string.Concat(Enumerable.Range(1, ErrorRows).Select(row => string.Join(',', Person(row)) + "\r\n")));
        var problems = Enumerable.Range(2, ErrorRows)
            .Select(row => new ImportProblem { Row = row, Column = "C", Header = Header[2], Error = new(InvitationErrorCodes.EmailInvalid, "email") })
            .ToList();

        Console.WriteLine("| what | median | fastest | bytes |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        await MeasureAsync("template", stream => templates.WriteAsync("acme", stream));
        await MeasureAsync($"error workbook, {ErrorRows:N0} rows of 12 columns, each with an error", stream => workbooks.WriteAsync("acme", new MemoryStream(file), problems, stream));
        await MeasureAsync($"export, {ExportRows:N0} rows of 12 columns", ExportAsync);
        await MeasureAsync($"the same cells with a plain XML writer, {ExportRows:N0} rows", PlainSheet.WriteAsync(Header, ExportRows, Person));
        return 0;
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join")).UseEphemeralKeys().AddExcel();
        return services.BuildServiceProvider();
    }

    private static async Task ExportAsync(Stream stream)
    {
        using var file = new WorkbookExport(stream, "People", [.. Header.Select(header => (header, 18d))]);
        for (var row = 1; row <= ExportRows; row++)
            await file.AddAsync(Person(row), CancellationToken.None);
        await file.CompleteAsync(CancellationToken.None);
    }

    private static string[] Person(int row) =>
    [
        "Ana", "López", $"person{row}@example.com", "0044 7911 123456", $"P-{row}", "Nurse", "Emergency", "tina@example.com", "2026-12-01", row.ToString("D6", CultureInfo.InvariantCulture), "nl-BE", "Welcome to the team",
    ];

    private static async Task MeasureAsync(string what, Func<Stream, Task> write)
    {
        var times = new List<double>(Rounds);
        var bytes = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            using var stream = new MemoryStream();
            var started = Stopwatch.GetTimestamp();
            await write(stream);
            if (round > 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            bytes = stream.Length;
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"| {what} | {times[Rounds / 2]:N0} ms | {times[0]:N0} ms | {bytes:N0} |"));
    }
}
