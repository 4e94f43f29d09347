namespace Invitations.Stores.InMemory;

/// <summary>The rows of batches. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class BatchRowTable : ITable
{
    private readonly Table<BatchRowKey, StoredBatchRow> _rows = new();

    // The highest position that a batch ever had, rolled back or not.
    private readonly Dictionary<Guid, int> _last = [];

    public void Add(IReadOnlyList<StoredBatchRow> rows)
    {
        foreach (var row in rows)
        {
            var key = new BatchRowKey(row.BatchId, row.Position);
            if (_rows.Find(key, drafts: true) is not null)
                throw new ArgumentException($"The batch {row.BatchId} has a row {row.Position} already.", nameof(rows));
            _rows.Put(key, row);
            _last[row.BatchId] = Math.Max(_last.GetValueOrDefault(row.BatchId), row.Position);
        }
    }

    public IEnumerable<StoredBatchRow> Find(BatchRowQuery query, bool drafts) => Rows(query.Tenant, query.BatchId, query.After, drafts)
        .Where(row => (query.Statuses.Count == 0 || query.Statuses.Contains(row.Status)) && IsInGroups(row, query.Groups))
        .Take(Math.Max(0, query.Take));

    public IEnumerable<StoredBatchRow> All(bool drafts) => _rows.Rows(drafts);

    public bool Report(TenantId tenant, Guid batchId, BatchRowReport report)
    {
        var key = new BatchRowKey(batchId, report.Position);
        if (_rows.Find(key, drafts: true) is not { Status: BatchRowStatus.Waiting } row || row.Tenant != tenant)
            return false;
        var left = report.Status is BatchRowStatus.Waiting ? row : row with { Recipient = new(), Groups = [], Content = null };
        _rows.Put(key, left with
        {
            Status = report.Status,
            Outcome = report.Outcome,
            InvitationId = report.InvitationId,
            Errors = report.Errors,
        });
        return true;
    }

    public int Delete(TenantId tenant, Guid batchId, int take)
    {
        var found = Rows(tenant, batchId, 0, drafts: true).Take(Math.Max(0, take)).ToList();
        foreach (var row in found)
            _rows.Remove(new(row.BatchId, row.Position));
        return found.Count;
    }

    public int Purge(TenantId tenant, int take) => _rows.Remove(row => row.Tenant == tenant, take).Count;

    public void Commit() => _rows.Commit();

    public void Rollback() => _rows.Rollback();

    private IEnumerable<StoredBatchRow> Rows(TenantId tenant, Guid batchId, int after, bool drafts)
    {
        var last = _last.GetValueOrDefault(batchId);
        for (var position = after + 1; position <= last; position++)
        {
            if (_rows.Find(new(batchId, position), drafts) is { } row && row.Tenant == tenant)
                yield return row;
        }
    }

    private static bool IsInGroups(StoredBatchRow row, IReadOnlyCollection<string> groups) =>
        groups.Count == 0 || row.Groups.Any(group => groups.Contains(group, StringComparer.Ordinal));
}
