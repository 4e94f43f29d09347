namespace Invitations.Stores.InMemory;

internal sealed class InMemoryIdempotencyStore(InMemorySession session) : IIdempotencyStore
{
    private readonly Table<IdempotencyKey, IdempotencyRecord> _records = session.Database.Idempotency;

    public Task<IdempotencyRecord?> FindAsync(TenantId tenant, string key, int firstRow, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _records.Find(new(tenant, key, firstRow), drafts), cancellationToken);

    public Task<bool> TryAddAsync(IdempotencyRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return session.WriteAsync(
            () =>
            {
                var key = new IdempotencyKey(record.Tenant, record.Key, record.FirstRow);
                if (_records.Find(key, drafts: true) is not null)
                    return false;
                _records.Put(key, record);
                return true;
            },
            cancellationToken);
    }

    public Task<int> PurgeAsync(DateTimeOffset createdBy, int take, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _records.Remove(record => record.CreatedAt <= createdBy, take).Count, cancellationToken);
}
