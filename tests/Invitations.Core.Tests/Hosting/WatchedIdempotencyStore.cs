using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedIdempotencyStore(IIdempotencyStore inner, StoreCalls calls) : IIdempotencyStore
{
    public async Task<IdempotencyRecord?> FindAsync(TenantId tenant, string key, int firstRow, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Idempotency.Find", firstRow);
        return await inner.FindAsync(tenant, key, firstRow, cancellationToken);
    }

    public async Task<bool> TryAddAsync(IdempotencyRecord record, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Idempotency.TryAdd", record);
        return await inner.TryAddAsync(record, cancellationToken);
    }

    public async Task<int> PurgeAsync(DateTimeOffset createdBy, int take, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Idempotency.Purge", take);
        return await inner.PurgeAsync(createdBy, take, cancellationToken);
    }
}
