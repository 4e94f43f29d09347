namespace Invitations.Stores.InMemory;

internal sealed class InMemoryBatchStore(InMemorySession session) : IBatchStore
{
    private readonly BatchTable _batches = session.Database.Batches;

    public Task<bool> TryAddAsync(StoredBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return session.WriteAsync(() => _batches.TryAdd(batch), cancellationToken);
    }

    public Task<StoredBatch?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _batches.Find(tenant, id, drafts), cancellationToken);

    public Task<StoredBatch?> FindByKeyAsync(TenantId tenant, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return session.ReadAsync(drafts => _batches.FindByKey(tenant, key, drafts), cancellationToken);
    }

    public Task<IReadOnlyList<StoredBatch>> ListAsync(BatchStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<StoredBatch>>(
            drafts => [.. _batches.All(drafts).Where(row => IsMatch(query, row.Batch)).OrderByDescending(PlaceOf).Take(Math.Max(0, query.Take))],
            cancellationToken);
    }

    public Task<bool> TryChangeAsync(StoredBatch updated, long expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updated);
        return session.WriteAsync(() => _batches.TryChange(updated, expectedVersion), cancellationToken);
    }

    public Task<IReadOnlyList<StoredBatch>> FindDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<StoredBatch>>(
            drafts => [.. _batches.All(drafts).Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Batch.Id).Take(Math.Max(0, take))],
            cancellationToken);

    public Task<IReadOnlyList<StoredBatch>> FindUnsentAsync(TenantId tenant, DateTimeOffset stagedBy, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<StoredBatch>>(
            drafts =>
            [
                .. _batches.All(drafts)
                    .Where(row => row.Batch is { Status: InvitationBatchStatus.Staged, Counts.Waiting: > 0 } batch && batch.Tenant == tenant && batch.StagedAt <= stagedBy)
                    .OrderBy(row => row.Batch.StagedAt)
                    .ThenBy(row => row.Batch.Id)
                    .Take(Math.Max(0, take)),
            ],
            cancellationToken);

    public Task<bool> DeleteAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _batches.Delete(tenant, id), cancellationToken);

    private static bool IsMatch(BatchStoreQuery query, InvitationBatch batch) =>
        batch.Tenant == query.Tenant
        && query.Statuses.Contains(batch.Status)
        && (query.CreatedBy is null || string.Equals(query.CreatedBy, batch.CreatedBy, StringComparison.Ordinal))
        && (query.IsFromSystem is null || query.IsFromSystem == batch.IsFromSystem)
        && (query.After is not { At: { } at } after || new Place(batch.CreatedAt, batch.Id).CompareTo(new(at, after.Id)) < 0);

    private static Place PlaceOf(StoredBatch row) => new(row.Batch.CreatedAt, row.Batch.Id);
}
