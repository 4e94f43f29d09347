using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Runs one part of the dispatcher again and again while the database is away: with growing pauses, and a line in the log when it goes and when it is back.</summary>
internal sealed class OutageWatch(string part, TimeProvider time, IOptionsMonitor<DispatcherOptions> options, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <returns>The result of the first attempt that succeeds.</returns>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stoppingToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                var result = await work(stoppingToken).ConfigureAwait(false);
                if (failures > 0)
                    DispatcherLog.Resumed(logger, part, failures);
                return result;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever it is, the host goes on, and so do the other parts.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                stoppingToken.ThrowIfCancellationRequested();
                if (failures == 0)
                    DispatcherLog.Interrupted(logger, exception, part);
            }

            await Task.Delay(Pause(failures), time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Half of the doubled time and a random part of the other half: nodes that were cut off together do not come back together.</summary>
    private TimeSpan Pause(int failures)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(failures, 20));
        var longest = doubled < options.CurrentValue.LongestPause ? doubled : options.CurrentValue.LongestPause;
#pragma warning disable CA5394 // Spreads load; nothing secret depends on it.
        return longest * (0.5 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}
