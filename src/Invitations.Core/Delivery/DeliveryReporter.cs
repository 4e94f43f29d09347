using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>
/// Writes down what became of messages, for all steps of this node: whatever has finished while the former statement ran goes into the next one. So
/// a single message is written at once, and under load one statement writes many.
/// </summary>
internal sealed class DeliveryReporter(IServiceScopeFactory scopes, TimeProvider time, ILogger<DeliveryReporter>? logger = null)
{
    private const int MostOfStatement = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger ?? NullLogger<DeliveryReporter>.Instance;
    private readonly Lock _sync = new();
    private readonly Queue<FinishedMessage> _finished = new();
    private bool _isWriting;

    /// <returns>Whether it was written: false where the delivery was cancelled or taken over in the meantime.</returns>
    public Task<bool> ReportAsync(FinishedMessage finished)
    {
        lock (_sync)
        {
            _finished.Enqueue(finished);
            if (_isWriting)
                return finished.Written;
            _isWriting = true;
        }

        // Not a part of whichever message happened to come first.
        _ = Task.Run(WriteAllAsync);
        return finished.Written;
    }

    /// <summary>Leaves messages that were claimed and not begun to whoever comes next, with all their attempts.</summary>
    public Task GiveBackAsync(IReadOnlyList<Delivery> claimed) =>
        Task.WhenAll(claimed.Select(delivery => ReportAsync(new(new(delivery, null, IsWanted: false), RetrySchedule.GivenBack(delivery)))));

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } some)
            await WriteAsync(some).ConfigureAwait(false);
    }

    private List<FinishedMessage> Next()
    {
        lock (_sync)
        {
            var some = new List<FinishedMessage>(Math.Min(_finished.Count, MostOfStatement));
            while (some.Count < MostOfStatement && _finished.TryDequeue(out var finished))
                some.Add(finished);
            _isWriting = some.Count > 0;
            return some;
        }
    }

    /// <summary>What a provider has taken is written as soon as the database can, also while the host is shutting down: otherwise it would be sent twice.</summary>
    private async Task WriteAsync(List<FinishedMessage> some)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var scope = scopes.CreateAsyncScope();
                await using (scope.ConfigureAwait(false))
                    await scope.ServiceProvider.GetRequiredService<DeliveryRecorder>().WriteAsync(some, CancellationToken.None).ConfigureAwait(false);
                if (attempt > 1)
                    Log.ReportsResumed(_logger, some.Count, attempt);
                return;
            }
#pragma warning disable CA1031 // Whatever hinders the database, the messages are sent and wait for being written down.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (exception is ObjectDisposedException || some.TrueForAll(finished => finished.Message.Delivery.LeasedUntil <= time.GetUtcNow()))
                {
                    some.ForEach(finished => finished.Fail(exception));
                    return;
                }

                if (attempt == 1)
                    Log.ReportsDelayed(_logger, exception, some.Count);
            }

            await Task.Delay(Pause(attempt), time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static TimeSpan Pause(int attempt)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        return doubled < LongestPause ? doubled : LongestPause;
    }
}
