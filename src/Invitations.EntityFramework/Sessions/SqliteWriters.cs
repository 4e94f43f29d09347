using System.Collections.Concurrent;
using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>
/// Lets the writers of one SQLite database queue up within the process. SQLite has one writer at a time and lets the others poll, each on a blocked
/// thread; here they wait without one, first come, first served. Other processes, and the host's own writes, still meet SQLite's own lock.
/// </summary>
internal static class SqliteWriters
{
    internal static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <returns>What lets the next writer in.</returns>
    /// <exception cref="TimeoutException">Another one has been writing for 30 seconds.</exception>
    public static async Task<IDisposable?> EnterAsync(EfSession session, DbConnection connection, CancellationToken cancellationToken)
    {
        if (!session.IsProvider("Sqlite") || connection.DataSource is "" or ":memory:")
            return null;
        var gate = Gates.GetOrAdd(connection.DataSource, static _ => new(1, 1));
        if (!await gate.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
            await WaitAsync(gate, session.Time, cancellationToken).ConfigureAwait(false);
        return new Turn(gate);
    }

    private static async Task WaitAsync(SemaphoreSlim gate, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(WaitLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await gate.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"A write to SQLite waited {WaitLimit.TotalSeconds:0} seconds for another transaction of this process to end. Most likely a handler that is " +
                "called inside a transaction writes through another service scope, which waits for that very transaction: let it use the services of the " +
                "scope that it was made in.");
        }
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
