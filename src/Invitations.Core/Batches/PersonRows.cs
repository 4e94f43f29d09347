using Invitations.Stores;

namespace Invitations;

/// <summary>The waiting rows of batches that are about one person.</summary>
internal sealed class PersonRows(IBatchRowStore rows, IBatchStore batches, BatchDropping dropping)
{
    private const int PageSize = 200;

    /// <summary>Finds all waiting rows with any of the keys, each once.</summary>
    public async Task<IReadOnlyList<StoredBatchRow>> FindAsync(TenantId? tenant, IReadOnlyList<UniqueKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Guid BatchId, int Position), StoredBatchRow>();
        foreach (var key in keys)
        {
            StoredBatchRow? after = null;
            IReadOnlyList<StoredBatchRow> page;
            do
            {
                page = await rows.FindByRecipientAsync(tenant, key, after, PageSize, cancellationToken).ConfigureAwait(false);
                foreach (var row in page)
                    found[(row.BatchId, row.Position)] = row;
                after = page.Count == 0 ? null : page[^1];
            }
            while (page.Count == PageSize);
        }

        return [.. found.Values];
    }

    /// <summary>Lets go of all waiting rows with any of the keys.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DropAsync(TenantId? tenant, IReadOnlyList<UniqueKey> keys, string by, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var found = await FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false);
            if (found.Count == 0)
                return total;
            foreach (var ofBatch in found.GroupBy(row => (row.Tenant, row.BatchId)))
            {
                // Where the batch has changed in the meantime, nothing was dropped and the rows are found once more.
                if (await batches.FindAsync(ofBatch.Key.Tenant, ofBatch.Key.BatchId, cancellationToken).ConfigureAwait(false) is { } batch)
                    total += await dropping.DropAsync(batch, [.. ofBatch], by, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
