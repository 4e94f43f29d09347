using System.Diagnostics;

namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>Callers that work off numbers at the same time.</summary>
internal static class Callers
{
    /// <summary>Lets callers take one number after the other, until the time is up or the numbers are.</summary>
    /// <param name="callers">How many callers there are.</param>
    /// <param name="time">The time.</param>
    /// <param name="most">The count of numbers.</param>
    /// <param name="call">Gets the caller and the number, both from 0.</param>
    /// <returns>How many calls were made.</returns>
    public static async Task<int> RunAsync(int callers, TimeSpan time, int most, Func<int, int, Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        var next = -1;
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var number = Interlocked.Increment(ref next);
                if (number >= most)
                    return;
                await call(caller, number);
                Interlocked.Increment(ref done);
            }
        })));
        return done;
    }
}
