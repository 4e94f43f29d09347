using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Stores.EntityFramework;

/// <summary>Runs work again that met another transaction: by the host's execution strategy, and a few times by ourselves.</summary>
internal static class Retries
{
    /// <summary>Two transactions that meet so often have another reason than bad luck.</summary>
    private const int Most = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);

    public static Task<TResult> RunAsync<TResult>(
        EfSession session, Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        var strategy = session.Context.Database.CreateExecutionStrategy();
        return strategy.RetriesOnFailure
            ? strategy.ExecuteAsync(token => RunOurselvesAsync(session, work, token), cancellationToken)
            : RunOurselvesAsync(session, work, cancellationToken);
    }

    /// <summary>Whether another transaction was in the way, so that the same work may succeed now: a serialization failure or a deadlock (SQL:2023, class 40).</summary>
    public static bool IsConflict(Exception exception) =>
        exception is DbException { SqlState: { Length: 5 } state } && state.StartsWith("40", StringComparison.Ordinal);

    private static async Task<TResult> RunOurselvesAsync<TResult>(EfSession session, Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Most && IsConflict(Unwrapped(exception)))
            {
                Log.TransactionRetried(session.Logger, attempt);

                // The jitter keeps two that have met from meeting again.
                var pause = FirstPause * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble());
                await Task.Delay(pause, session.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A handler that saves by itself meets the conflict inside EF Core, which wraps it.
    private static Exception Unwrapped(Exception exception) => exception is DbUpdateException { InnerException: { } inner } ? inner : exception;
}
