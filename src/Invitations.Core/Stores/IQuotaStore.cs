namespace Invitations.Stores;

/// <summary>Counts messages within windows of time, atomically across all nodes, and open invitations.</summary>
/// <remarks>
/// A window begins with the first message that is taken and ends after its length; the instant at which it ends belongs to the next one. Called inside
/// transactions, so that what is rolled back was never counted.
/// </remarks>
public interface IQuotaStore
{
    /// <summary>
    /// Takes from several counters, each by one conditional statement: as many as are asked for and as the limit leaves in the running window, or in a new
    /// one where none is running. Of several callers at once no more than the limit get one. Inside a transaction a counter that was asked is locked to
    /// others until its end, also where it granted nothing.
    /// </summary>
    /// <param name="requests">The requests, each for another key, in ordinal order of the keys.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What came of each request, in the same order.</returns>
    Task<IReadOnlyList<QuotaGrant>> TakeAsync(IReadOnlyList<QuotaRequest> requests, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives back, in the transaction that took. More than was taken cannot be given back.</summary>
    /// <param name="returns">What, each for another key, in ordinal order of the keys.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task GiveBackAsync(IReadOnlyList<QuotaReturn> returns, CancellationToken cancellationToken);

    /// <summary>Reads the windows that are running.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that are running, in any order.</returns>
    Task<IReadOnlyList<QuotaWindow>> FindAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Counts open invitations: pending ones and those that await approval, without what has expired by the clock. Inside a transaction whoever counts in the
    /// same tenant waits for its end, and then sees what it wrote: two that count up to the same cap come one after the other.
    /// </summary>
    /// <param name="count">Whose.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<int> CountOpenAsync(OpenCount count, CancellationToken cancellationToken);

    /// <summary>Deletes counters whose window has ended, the longest ended first.</summary>
    /// <param name="endedBy">The instant by which it has ended.</param>
    /// <param name="atMost">The most counters that are deleted by the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> PurgeAsync(DateTimeOffset endedBy, int atMost, CancellationToken cancellationToken);
}
