using System.Globalization;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Rows;
using Invitations.Stores;
using Invitations.TestServers;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>What a call costs with many stored invitations, against the same call with few. The many come in as one stream, whose memory is measured.</summary>
internal static class ScaleContest
{
    private const int Calls = 300;
    private const int Pages = 150;
    private const int Claims = 10;
    private const int Due = 100;
    private const int Reminders = 30;

    private static readonly Target Flat = Target.AtMost(1.3);
    private static readonly TimeSpan Unhurried = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(PostgreSqlServer server, int few, int many, Contest contest, Report report)
    {
        await using var small = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        await using var large = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        await StreamImport.InAnotherProcessAsync(small.ConnectionString, few);
        var import = await StreamImport.InAnotherProcessAsync(large.ConnectionString, many);
        report.Add(new($"PostgreSQL: stream of {many:N0} rows, most memory of the process", "MB", import.Megabytes, "the bound", 200, Target.AtMost(1)));
        report.Add(new($"PostgreSQL: stream of {many:N0} rows, the whole service", "rows/s", import.Rate, "", null));
        await small.SettleAsync();
        await large.SettleAsync();

        await CompareAsync("invite one", database => new("", NothingAsync, () => ServiceCalls.InviteAsync(database, 1, Unhurried, Calls)));
        await CompareAsync("accept", AcceptingIn);
        foreach (var sort in Enum.GetValues<InvitationSort>())
            await CompareAsync($"list page, {sort}", database => new("", NothingAsync, () => ServiceCalls.ListAsync(database, sort, Pages)));
        await CompareAsync($"claim of {Raw.RawClaims.Take}", database => new("", NothingAsync, () => ClaimContest.ClaimAsync(database, 1, Claims)), Raw.RawClaims.Take);
        await CompareAsync($"due reminders, {Due}", database => new("", NothingAsync, () => RemindAsync(database)), Due);

        async Task CompareAsync(string what, Func<BenchmarkDatabase, Contestant> contestant, int ofCall = 1)
        {
            var rates = await contest.RunAsync(what, contestant(large) with { Name = Number(many) }, contestant(small) with { Name = Number(few) });
            report.Add(new($"PostgreSQL: {what} at {Number(many)} stored", "µs", 1e6 * ofCall / rates[0], $"at {Number(few)}", 1e6 * ofCall / rates[1], Flat));
        }
    }

    private static Contestant AcceptingIn(BenchmarkDatabase database)
    {
        IReadOnlyList<OpenInvitation> open = [];
        return new(
            "", async () => open = await OpenInvitation.InviteAsync(database, Calls), () => ServiceCalls.AcceptAsync(database, open, 1, Unhurried));
    }

    /// <summary>Finds reminders that are due and moves them on, as a sweep does some days later.</summary>
    private static async Task<int> RemindAsync(BenchmarkDatabase database)
    {
        var later = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(30);
        var done = 0;
        for (var sweep = 0; sweep < Reminders; sweep++)
        {
            await using var scope = database.Host.OpenScope();
            var due = scope.ServiceProvider.GetRequiredService<IDueStore>();
            done += await scope.ServiceProvider.GetRequiredService<IStoreTransaction>().ExecuteAsync(
                async token =>
                {
                    var found = await due.FindDueRemindersAsync(later, Due, token);
                    var moved = await due.MoveRemindersAsync([.. found.Select(it => new ReminderMove(it.Id, it.Version, later + TimeSpan.FromDays(1)))], token);
                    return TransactionOutcome.Commit(moved.Count);
                },
                CancellationToken.None);
        }

        return done;
    }

    private static Task NothingAsync() => Task.CompletedTask;

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
