using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.PlainEf;
using Invitations.Benchmarks.Stores.Rows;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Accepting, end to end through the service, with a handler that inserts one membership.</summary>
internal static class AcceptContest
{
    /// <returns>Our rate.</returns>
    public static async Task<double> RunAsync(
        BenchmarkDatabase database, SampleSet samples, int callers, double share, TimeSpan time, Contest contest, Report report)
    {
        var (invitations, deliveries) = await StoredRows.OfAsync(database, samples.Sent());
        var open = OpenInvitation.Of(database, samples);
        Task FillAsync() => database.FillAsync(invitations, deliveries);

        var rates = await contest.RunAsync(
            $"{database.Name} accept, {callers} callers",
            new Contestant("ours", FillAsync, () => ServiceCalls.AcceptAsync(database, open, callers, time)),
            new Contestant("raw", FillAsync, () => AcceptRawAsync(database, open, callers, time)),
            new Contestant("plain EF", FillAsync, () => AcceptPlainAsync(database, open, callers, time)));
        var what = $"{database.Name}: accept, {callers} {(callers == 1 ? "caller" : "callers")}";
        report.Add(new(what, "a second", rates[0], "raw transaction, four round trips", rates[1], Target.AtLeast(share)));
        report.Add(new(what, "a second", rates[0], "EF load, change, SaveChanges", rates[2], Target.AtLeast(1)));
        return rates[0];
    }

    private static async Task<int> AcceptRawAsync(BenchmarkDatabase database, IReadOnlyList<OpenInvitation> open, int callers, TimeSpan time)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => database.OpenAcceptsAsync()));
        var done = await Callers.RunAsync(
            callers, time, open.Count, (caller, number) => connections[caller].AcceptAsync(open[number].Id, open[number].UserId));
        foreach (var accepts in connections)
            await accepts.DisposeAsync();
        return done;
    }

    private static Task<int> AcceptPlainAsync(BenchmarkDatabase database, IReadOnlyList<OpenInvitation> open, int callers, TimeSpan time) =>
        Callers.RunAsync(callers, time, open.Count, (_, number) => PlainAccepts.AcceptAsync(database, open[number].Id, open[number].UserId));
}
