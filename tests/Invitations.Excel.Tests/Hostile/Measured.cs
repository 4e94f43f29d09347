using System.Diagnostics;
using System.Runtime;

namespace Invitations.Excel.Tests.Hostile;

/// <summary>What one call took: time, and resident memory of the process above what it had before, looked at every few milliseconds.</summary>
internal sealed record Measured(TimeSpan Time, long PeakBytes)
{
    public static Measured Run(Action action)
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Resident();
        var peak = before;
        using var stop = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!stop.Wait(5))
                peak = Math.Max(peak, Resident());
        });
        watch.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            action();
        }
        finally
        {
            stop.Set();
            watch.Join();
        }

        return new(Stopwatch.GetElapsedTime(started), Math.Max(peak, Resident()) - before);
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
