namespace Invitations.Stores.InMemory;

/// <summary>The batches. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class BatchTable : ITable
{
    private readonly Table<Guid, StoredBatch> _batches = new();
    private readonly Table<BatchKey, StoredBatch> _keys = new();

    public StoredBatch? Find(TenantId tenant, Guid id, bool drafts) =>
        _batches.Find(id, drafts) is { } found && found.Batch.Tenant == tenant ? found : null;

    public StoredBatch? FindByKey(TenantId tenant, string key, bool drafts) =>
        _keys.Find(new(tenant, key), drafts) is { } found ? _batches.Find(found.Batch.Id, drafts) : null;

    public IEnumerable<StoredBatch> All(bool drafts) => _batches.Rows(drafts);

    public bool TryAdd(StoredBatch batch)
    {
        if (_batches.Find(batch.Batch.Id, drafts: true) is not null)
            throw new ArgumentException($"The batch {batch.Batch.Id} exists already.", nameof(batch));
        if (batch.IdempotencyKey is { } key && _keys.Find(new(batch.Batch.Tenant, key), drafts: true) is not null)
            return false;
        Put(batch);
        return true;
    }

    public bool TryChange(StoredBatch updated, long expectedVersion)
    {
        if (Find(updated.Batch.Tenant, updated.Batch.Id, drafts: true) is not { } current || current.Batch.Version != expectedVersion)
            return false;
        Remove(current);
        Put(updated);
        return true;
    }

    public bool Delete(TenantId tenant, Guid id)
    {
        if (Find(tenant, id, drafts: true) is not { } found)
            return false;
        Remove(found);
        return true;
    }

    public int Purge(TenantId tenant, int take)
    {
        var found = All(drafts: true).Where(batch => batch.Batch.Tenant == tenant).Take(Math.Max(0, take)).ToList();
        found.ForEach(Remove);
        return found.Count;
    }

    public void Commit()
    {
        _batches.Commit();
        _keys.Commit();
    }

    public void Rollback()
    {
        _batches.Rollback();
        _keys.Rollback();
    }

    private void Put(StoredBatch batch)
    {
        _batches.Put(batch.Batch.Id, batch);
        if (batch.IdempotencyKey is { } key)
            _keys.Put(new(batch.Batch.Tenant, key), batch);
    }

    private void Remove(StoredBatch batch)
    {
        _batches.Remove(batch.Batch.Id);
        if (batch.IdempotencyKey is { } key)
            _keys.Remove(new(batch.Batch.Tenant, key));
    }
}
