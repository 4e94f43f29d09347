using System.Diagnostics;
using System.Globalization;
using Invitations.Benchmarks.Inviting;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Staging a batch and sending it, against inviting the same people at once; and the memory of a process that stages many.</summary>
internal static class BatchContest
{
    public const string Command = "stage-batch";

    /// <summary>People of other numbers are in the tables already.</summary>
    private const int FirstNumber = 1_000_000;

    /// <param name="database">The database.</param>
    /// <param name="present">What stands in it already: the server knows how large its tables are, as it does in every host but a new one.</param>
    /// <param name="rows">How many rows are staged, sent and invited.</param>
    /// <param name="many">How many are staged as a stream.</param>
    /// <param name="contest">Lets them run in turns.</param>
    /// <param name="report">Gets the figures.</param>
    public static async Task RunAsync(PostgreSqlBenchmarkDatabase database, SampleSet present, int rows, int many, Contest contest, Report report)
    {
        var (invitations, deliveries) = await StoredRows.OfAsync(database, present);
        Task PrepareAsync() => database.FillAsync(invitations, deliveries);
        InvitationBatch? staged = null;
        List<Contestant> contestants =
        [
            new("stage", PrepareAsync, () => StageAsync(database.Host, rows)),
            new(
                "send",
                async () =>
                {
                    await PrepareAsync();
                    staged = await StagedAsync(database, rows);
                },
                () => SendAsync(database.Host, staged!)),
            new("invite", PrepareAsync, () => InviteAsync(database.Host, rows)),
        ];
        var rates = await contest.RunAsync("batches", contestants);
        report.Add(new($"stage {rows:N0} rows", "rows/s", rates[0], "inviting them", rates[2]));
        report.Add(new($"stage {rows:N0} rows", "rows/s", rates[0], "rows/s wanted", 30_000, Target.AtLeast(1)));
        report.Add(new($"send {rows:N0} staged rows", "rows/s", rates[1], "inviting them", rates[2], Target.AtLeast(0.7)));

        await PrepareAsync();
        var (rate, megabytes) = await InAnotherProcessAsync(database.ConnectionString, many);
        report.Add(new($"stage {many:N0} rows as a stream", "rows/s", rate, "rows/s wanted", 30_000));
        report.Add(new($"stage {many:N0} rows as a stream", "MB", megabytes, "the most memory wanted", 250, Target.AtMost(1)));
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string connectionString, int rows)
    {
        await using var host = new StoreHost(options => options.UseNpgsql(connectionString));
        var started = Stopwatch.GetTimestamp();
        await StageAsync(host, rows);
        var rate = rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:F0} {self.PeakWorkingSet64 / 1e6:F0}"));
        return 0;
    }

    private static async Task<(double Rate, double Megabytes)> InAnotherProcessAsync(string connectionString, int rows)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [Command, connectionString, rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Staging ended with {process.ExitCode}: {output}");
        var values = output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (double.Parse(values[0], CultureInfo.InvariantCulture), double.Parse(values[1], CultureInfo.InvariantCulture));
    }

    private static IAsyncEnumerable<Invite> People(int rows) => SampleRows.Stream(rows, number => SampleRows.Person(FirstNumber + number));

    private static async Task<InvitationBatch> StagedAsync(PostgreSqlBenchmarkDatabase database, int rows)
    {
        await StageAsync(database.Host, rows);
        await database.SettleAsync();
        await using var scope = database.Host.OpenScope();
        return (await scope.ServiceProvider.GetRequiredService<IInvitationBatches>().ListAsync(StoreHost.Tenant, StoreHost.Admin)).Items[0];
    }

    private static async Task<int> StageAsync(StoreHost host, int rows)
    {
        await using var scope = host.OpenScope();
        var people = People(rows).Select(invite => new StagingRow(invite));
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationBatches>().StageAsync(StoreHost.Tenant, people, StoreHost.Admin);
        return result.Succeeded ? rows : throw new InvalidOperationException(result.Errors[0].ToString());
    }

    private static async Task<int> SendAsync(StoreHost host, InvitationBatch batch)
    {
        await using var scope = host.OpenScope();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationBatches>().SendAsync(StoreHost.Tenant, batch.Id, StoreHost.Admin);
        return result.Counts.Done == batch.Counts.Waiting ? result.Counts.Done : throw new InvalidOperationException($"{result.Counts} of {batch.Counts}");
    }

    private static async Task<int> InviteAsync(StoreHost host, int rows)
    {
        await using var scope = host.OpenScope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        var done = 0;
        await foreach (var result in service.InviteStreamAsync(StoreHost.Tenant, People(rows), StoreHost.Admin))
            done += result.Succeeded ? 1 : throw new InvalidOperationException(result.ToString());
        return done;
    }
}
