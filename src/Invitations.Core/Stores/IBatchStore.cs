namespace Invitations.Stores;

/// <summary>Keeps batches, and decides who may work on one.</summary>
/// <remarks>Every text is compared ordinally. Outside an <see cref="IStoreTransaction"/> each call is a transaction of its own.</remarks>
public interface IBatchStore
{
    /// <summary>Adds a batch. An id that exists already, in whatever tenant, is a bug of the caller: an exception.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where a batch of the tenant has the same <see cref="StoredBatch.IdempotencyKey"/>: nothing was written.</returns>
    Task<bool> TryAddAsync(StoredBatch batch, CancellationToken cancellationToken);

    /// <summary>Finds a batch of a tenant.</summary>
    /// <param name="tenant">The tenant; a batch of another one is not found.</param>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<StoredBatch?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>Finds the batch that was staged under a key.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<StoredBatch?> FindByKeyAsync(TenantId tenant, string key, CancellationToken cancellationToken);

    /// <summary>Lists batches, the newest first. Those made at the same instant come in the order of their ids, which is always the same one.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="BatchStoreQuery.Take"/> batches.</returns>
    Task<IReadOnlyList<StoredBatch>> ListAsync(BatchStoreQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a batch by one conditional statement: only where id, tenant and version are the expected ones. Of several callers with the same
    /// expectation exactly one wins.
    /// </summary>
    /// <param name="updated">The batch as it shall be. Its version is one above the expected one; id, tenant and creation do not change.</param>
    /// <param name="expectedVersion">The version that it must still have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the batch is gone or has another version: nothing changed.</returns>
    Task<bool> TryChangeAsync(StoredBatch updated, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Finds batches of all tenants whose <see cref="StoredBatch.DueAt"/> has come, the longest due first. Several nodes may get the same one; <see cref="TryChangeAsync"/> decides.</summary>
    /// <param name="now">The present instant.</param>
    /// <param name="take">The most batches; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<StoredBatch>> FindDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>Finds staged batches of a tenant with waiting rows that were complete by an instant, the longest staged first.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="stagedBy">The latest <see cref="InvitationBatch.StagedAt"/>.</param>
    /// <param name="take">The most batches; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<StoredBatch>> FindUnsentAsync(TenantId tenant, DateTimeOffset stagedBy, int take, CancellationToken cancellationToken);

    /// <summary>Deletes a batch whose rows are deleted already.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where there was none.</returns>
    Task<bool> DeleteAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);
}
