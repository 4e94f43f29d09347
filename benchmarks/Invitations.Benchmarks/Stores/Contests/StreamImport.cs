using System.Diagnostics;
using System.Globalization;
using Invitations.Benchmarks.Inviting;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>A stream through the whole service, in a process that does nothing else, so that its memory is the import's.</summary>
internal static class StreamImport
{
    public const string Command = "stores-import";

    /// <returns>The rows a second, and the most memory that the process had, runtime included.</returns>
    public static async Task<(double Rate, double Megabytes)> InAnotherProcessAsync(string connectionString, int rows)
    {
        Progress.Say($"stream of {rows:N0} rows");
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [Command, connectionString, rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The import ended with {process.ExitCode}: {output}");
        var values = output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (double.Parse(values[0], CultureInfo.InvariantCulture), double.Parse(values[1], CultureInfo.InvariantCulture));
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string connectionString, int rows)
    {
        await using var host = new StoreHost(options => options.UseNpgsql(connectionString));
        await using var scope = host.OpenScope();
        var started = Stopwatch.GetTimestamp();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        await foreach (var result in service.InviteStreamAsync(StoreHost.Tenant, SampleRows.Stream(rows, SampleRows.Person), StoreHost.Admin))
        {
            if (result.Outcome is not InviteOutcome.Invited)
                throw new InvalidOperationException(result.ToString());
        }

        var rate = rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:F0} {self.PeakWorkingSet64 / 1e6:F0}"));
        return 0;
    }
}
