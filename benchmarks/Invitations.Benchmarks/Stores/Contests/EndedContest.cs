using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Rows;
using Invitations.TestServers;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Inviting and accepting in a tenant with many ended invitations, against one with none.</summary>
internal static class EndedContest
{
    /// <summary>Equal, but for the noise of a shared machine.</summary>
    private static readonly Target NoSlower = Target.AtLeast(0.9);

    public static async Task RunAsync(PostgreSqlServer server, SampleSet samples, int ended, TimeSpan time, Contest contest, Report report)
    {
        await using var empty = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        await using var full = await PostgreSqlBenchmarkDatabase.CreateAsync(server);
        await StoredRows.WriteAsync(full, samples);
        await EndedRows.MakeAsync(full, ended / samples.Invitations.Count);
        foreach (var callers in (int[])[1, 16])
        {
            var who = callers == 1 ? "1 caller" : $"{callers} callers";
            var invites = await contest.RunAsync($"invite, {who}", Inviting("with history", full), Inviting("without", empty));
            report.Add(new($"PostgreSQL: invite one with {ended:N0} ended in the tenant, {who}", "a second", invites[0], "none ended", invites[1], NoSlower));
            var accepts = await contest.RunAsync($"accept, {who}", Accepting("with history", full), Accepting("without", empty));
            report.Add(new($"PostgreSQL: accept with {ended:N0} ended in the tenant, {who}", "a second", accepts[0], "none ended", accepts[1], NoSlower));

            Contestant Inviting(string name, BenchmarkDatabase database) =>
                new(name, database.SettleAsync, () => ServiceCalls.InviteAsync(database, callers, time));

            Contestant Accepting(string name, BenchmarkDatabase database)
            {
                IReadOnlyList<OpenInvitation> open = [];
                return new(
                    name,
                    async () => open = await OpenInvitation.InviteAsync(database, 10_000),
                    () => ServiceCalls.AcceptAsync(database, open, callers, time));
            }
        }
    }
}
