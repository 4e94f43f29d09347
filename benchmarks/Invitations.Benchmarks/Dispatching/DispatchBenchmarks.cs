using System.Diagnostics;
using System.Security.Cryptography;
using Invitations.Benchmarks.Inviting;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.Benchmarks.Dispatching;

/// <summary>The hosted dispatcher on PostgreSQL with a channel that costs nothing: how many messages a second, and how soon a new one is sent.</summary>
internal static class DispatchBenchmarks
{
    private static readonly string s_key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <param name="args"><c>--quick</c> runs everything on few rows, to see that it runs.</param>
    /// <returns>0 where every figure reaches its target.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> args)
    {
        var (report, isQuick) = (new Report(), args.Contains("--quick"));
        if (PostgreSqlServer.Unavailable is { } reason)
            report.Note(reason);
        else
            await RunOnPostgreSqlAsync(isQuick, report);
        report.Write(Console.Out, TimeProvider.System.GetUtcNow());
        return report.HasFailures ? 1 : 0;
    }

    private static async Task RunOnPostgreSqlAsync(bool isQuick, Report report)
    {
        var settings = new Dictionary<string, string> { ["shared_buffers"] = "'1GB'", ["max_wal_size"] = "'8GB'", ["checkpoint_timeout"] = "'30min'" };
        await using var server = await PostgreSqlServer.StartNewAsync(new() { Fsync = true, Settings = settings }, CancellationToken.None);
        await using var database = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        var messages = isQuick ? 2_000 : 20_000;
        await QueueAsync(database.ConnectionString, messages);
        using var one = await DispatchNode.StartProcessAsync(database.ConnectionString, s_key);
        using var two = await DispatchNode.StartProcessAsync(database.ConnectionString, s_key);
        var rates = await new Contest(isQuick ? 1 : 3).RunAsync(
            "dispatch",
            new Contestant("one process", () => RequeueAsync(database), () => DrainAsync(database, messages, one)),
            new Contestant("two processes", () => RequeueAsync(database), () => DrainAsync(database, messages, one, two)));
        report.Add(new("dispatch, one process", "messages/s", rates[0], "3,000 a second", 3_000, Target.AtLeast(1)));

        // Two processes and the server need a core each before a second one can bring anything.
        report.Add(new("dispatch, two processes", "messages/s", rates[1], "one process", rates[0], Environment.ProcessorCount > 3 ? Target.AtLeast(1.5) : null));
        var soon = await SoonAsync(database, isQuick ? 50 : 500);
        report.Add(new("from the call that invites to the channel, median", "ms", soon[soon.Count / 2], "20 ms", 20, Target.AtMost(1)));
        report.Add(new("the same, 95 % are sooner", "ms", soon[soon.Count * 95 / 100], "20 ms", 20));
    }

    private static async Task QueueAsync(string connectionString, int messages)
    {
        await using var host = new DispatchHost(connectionString, s_key);
        await using var scope = host.OpenScope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        await foreach (var result in service.InviteStreamAsync(StoreHost.Tenant, SampleRows.Stream(messages, SampleRows.Person), StoreHost.Admin))
        {
            if (result.Outcome is not InviteOutcome.Invited)
                throw new InvalidOperationException(result.ToString());
        }
    }

    private static async Task RequeueAsync(PostgreSqlBenchmarkDatabase database)
    {
        await database.ExecuteAsync($"DELETE FROM invitation_deliveries WHERE channel <> '{DeliveryChannels.Email}'");
        await database.ExecuteAsync("UPDATE invitation_deliveries SET status = 0, attempts = 0, fence = 0, ended_at = NULL, provider_message_id = NULL");
        await database.SettleAsync();
    }

    private static async Task<int> DrainAsync(PostgreSqlBenchmarkDatabase database, int messages, params DispatchNode[] nodes)
    {
        await Task.WhenAll(nodes.Select(node => node.GoAsync()));
        await using var connection = (NpgsqlConnection)await database.ConnectAsync();
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM invitation_deliveries WHERE status = 0)", connection);
        while ((bool)(await command.ExecuteScalarAsync())!)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var count = messages;
        await Task.WhenAll(nodes.Select(node => node.RestAsync()));
        return count;
    }

    /// <returns>The milliseconds from the call to the channel, in order.</returns>
    private static async Task<List<double>> SoonAsync(PostgreSqlBenchmarkDatabase database, int invitations)
    {
        var sent = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = new DispatchHost(database.ConnectionString, s_key, _ => Volatile.Read(ref sent).TrySetResult(Stopwatch.GetTimestamp()));
        await host.StartAsync();
        var times = new List<double>(invitations);
        for (var number = -20; number < invitations; number++)
        {
            Volatile.Write(ref sent, new(TaskCreationOptions.RunContinuationsAsynchronously));
            await using var scope = host.OpenScope();
            var started = Stopwatch.GetTimestamp();
            var invited = await scope.ServiceProvider.GetRequiredService<IInvitationService>()
                .InviteAsync(StoreHost.Tenant, new Invite($"soon{number + 20}@example.com"), StoreHost.Admin);
            if (!invited.Succeeded)
                throw new InvalidOperationException(invited.ToString());
            var elapsed = Stopwatch.GetElapsedTime(started, await sent.Task);
            if (number >= 0)
                times.Add(elapsed.TotalMilliseconds);
        }

        await host.StopAsync();
        times.Sort();
        return times;
    }
}
