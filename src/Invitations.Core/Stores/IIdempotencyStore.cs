namespace Invitations.Stores;

/// <summary>Remembers what was done under an idempotency key, chunk by chunk.</summary>
public interface IIdempotencyStore
{
    /// <summary>Finds the record of a chunk.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="firstRow">The position of the first row of the chunk, counted from 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IdempotencyRecord?> FindAsync(TenantId tenant, string key, int firstRow, CancellationToken cancellationToken);

    /// <summary>Adds a record, in the transaction of what it tells of.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where tenant, key and first row have one already: nothing was written.</returns>
    Task<bool> TryAddAsync(IdempotencyRecord record, CancellationToken cancellationToken);

    /// <summary>Deletes records of all tenants that were made by an instant.</summary>
    /// <param name="createdBy">The latest instant.</param>
    /// <param name="take">The most records; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted; fewer than <paramref name="take"/> where none is left.</returns>
    Task<int> PurgeAsync(DateTimeOffset createdBy, int take, CancellationToken cancellationToken);
}
