using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedBatchRowStore(IBatchRowStore inner, StoreCalls calls) : IBatchRowStore
{
    public async Task AddAsync(IReadOnlyList<StoredBatchRow> rows, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.Add", rows);
        await inner.AddAsync(rows, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatchRow>> ListAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.List", query);
        return await inner.ListAsync(query, cancellationToken);
    }

    public async Task<int> ReportAsync(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.Report", reports);
        return await inner.ReportAsync(tenant, batchId, reports, cancellationToken);
    }

    public async Task<int> DropAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.Drop", query);
        return await inner.DropAsync(query, cancellationToken);
    }

    public async Task<int> DeleteAsync(TenantId tenant, Guid batchId, int take, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.Delete", batchId);
        return await inner.DeleteAsync(tenant, batchId, take, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatchRow>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, StoredBatchRow? after, int take, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("BatchRows.FindByRecipient", key);
        return await inner.FindByRecipientAsync(tenant, key, after, take, cancellationToken);
    }
}
