namespace Invitations.Stores;

/// <summary>Counts attempts within a window of time, atomically across all nodes.</summary>
/// <remarks>Called outside a transaction: what is taken inside one may be given back where it rolls back.</remarks>
public interface IAttemptStore
{
    /// <summary>Takes one attempt where the budget has one left. Of several callers at once no more than the limit get one.</summary>
    /// <param name="request">Whose budget, how large, for how long.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null where an attempt was taken; otherwise when the window ends and attempts are left again. At that instant the next window begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1: no number of attempts means no limit.</exception>
    Task<DateTimeOffset?> TryTakeAsync(AttemptRequest request, CancellationToken cancellationToken);

    /// <summary>Gives one attempt back: it was not a wrong one. More than were taken cannot be given back.</summary>
    /// <param name="key">Whose budget.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task GiveBackAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes windows that have ended by an instant. What a store drops by itself need not be there any more.</summary>
    /// <param name="endedBy">The latest end.</param>
    /// <param name="take">The most windows; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted; fewer than <paramref name="take"/> where none is left.</returns>
    Task<int> PurgeAsync(DateTimeOffset endedBy, int take, CancellationToken cancellationToken);
}
