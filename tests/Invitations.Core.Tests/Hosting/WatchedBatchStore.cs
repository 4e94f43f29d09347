using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedBatchStore(IBatchStore inner, StoreCalls calls) : IBatchStore
{
    public async Task<bool> TryAddAsync(StoredBatch batch, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.TryAdd", batch);
        return await inner.TryAddAsync(batch, cancellationToken);
    }

    public async Task<StoredBatch?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.Find", id);
        return await inner.FindAsync(tenant, id, cancellationToken);
    }

    public async Task<StoredBatch?> FindByKeyAsync(TenantId tenant, string key, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.FindByKey", key);
        return await inner.FindByKeyAsync(tenant, key, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatch>> ListAsync(BatchStoreQuery query, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.List", query);
        return await inner.ListAsync(query, cancellationToken);
    }

    public async Task<bool> TryChangeAsync(StoredBatch updated, long expectedVersion, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.TryChange", updated);
        return await inner.TryChangeAsync(updated, expectedVersion, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatch>> FindDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.FindDue", now);
        return await inner.FindDueAsync(now, take, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatch>> FindUnsentAsync(TenantId tenant, DateTimeOffset stagedBy, int take, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.FindUnsent", stagedBy);
        return await inner.FindUnsentAsync(tenant, stagedBy, take, cancellationToken);
    }

    public async Task<bool> DeleteAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Batches.Delete", id);
        return await inner.DeleteAsync(tenant, id, cancellationToken);
    }
}
