using System.Diagnostics;

namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>Lets contestants run in turns, several rounds, after some that do not count.</summary>
/// <param name="rounds">The rounds that count.</param>
/// <param name="warmUps">The rounds before them: a call of one row takes thousands of calls until the runtime has compiled all of its path well.</param>
internal sealed class Contest(int rounds, int warmUps = 1)
{
    /// <returns>The median rate of each contestant a second, in their order.</returns>
    public async Task<double[]> RunAsync(string title, params IReadOnlyList<Contestant> contestants)
    {
        var rates = contestants.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < warmUps + rounds; round++)
        {
            // Who goes first changes with the round, so that nobody always meets the warmer machine.
            var order = Enumerable.Range(0, contestants.Count);
            foreach (var i in round % 2 == 0 ? order : order.Reverse())
            {
                var rate = await MeasureAsync(contestants[i]);
                Progress.Say($"{title}, {contestants[i].Name}: {rate:N0} a second{(round < warmUps ? " (warm-up)" : "")}");
                if (round >= warmUps)
                    rates[i].Add(rate);
            }
        }

        return [.. rates.Select(Median)];
    }

    private static async Task<double> MeasureAsync(Contestant contestant)
    {
        await contestant.PrepareAsync();
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        var done = await contestant.RunAsync();
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
