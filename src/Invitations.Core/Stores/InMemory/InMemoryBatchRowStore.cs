namespace Invitations.Stores.InMemory;

internal sealed class InMemoryBatchRowStore(InMemorySession session) : IBatchRowStore
{
    private readonly BatchRowTable _rows = session.Database.BatchRows;

    public Task AddAsync(IReadOnlyList<StoredBatchRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return session.WriteAsync(
            () =>
            {
                _rows.Add(rows);
                return rows.Count;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<StoredBatchRow>> ListAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<StoredBatchRow>>(drafts => [.. _rows.Find(query, drafts)], cancellationToken);
    }

    public Task<int> ReportAsync(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return session.WriteAsync(() => reports.Count(report => _rows.Report(tenant, batchId, report)), cancellationToken);
    }

    public Task<int> DropAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.WriteAsync(
            () => _rows.Find(query with { Statuses = [BatchRowStatus.Waiting] }, drafts: true)
                .ToList()
                .Count(row => _rows.Report(row.Tenant, row.BatchId, new(row.Position, BatchRowStatus.Dropped))),
            cancellationToken);
    }

    public Task<int> DeleteAsync(TenantId tenant, Guid batchId, int take, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _rows.Delete(tenant, batchId, take), cancellationToken);

    public Task<IReadOnlyList<StoredBatchRow>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, StoredBatchRow? after, int take, CancellationToken cancellationToken)
    {
        if (key.Kind is UniqueKeyKind.EmployeeId or UniqueKeyKind.Code)
            throw new ArgumentException($"A recipient has no {key.Kind}.", nameof(key));
        return session.ReadAsync<IReadOnlyList<StoredBatchRow>>(
            drafts =>
            [
                .. _rows.All(drafts)
                    .Where(row => string.Equals(RecipientValues.Of(row.Recipient, key.Kind), key.Value, StringComparison.Ordinal))
                    .Where(row => (tenant is null || row.Tenant == tenant) && IsAfter(row, after))
                    .OrderBy(row => row.BatchId)
                    .ThenBy(row => row.Position)
                    .Take(Math.Max(0, take)),
            ],
            cancellationToken);
    }

    private static bool IsAfter(StoredBatchRow row, StoredBatchRow? after) =>
        after is null || row.BatchId.CompareTo(after.BatchId) is var order && (order > 0 || (order == 0 && row.Position > after.Position));
}
