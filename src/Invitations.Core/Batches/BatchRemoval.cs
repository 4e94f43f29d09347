using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Deletes a batch with its rows: nobody sees it from the first step on, and maintenance does what is left of it.</summary>
internal sealed class BatchRemoval(IBatchStore batches, IBatchRowStore rows, InvitationClock clock, IOptionsMonitor<MaintenanceOptions> options)
{
    /// <summary>Deletes a batch whose staging came to nothing.</summary>
    public async Task RemoveAsync(StoredBatch found, CancellationToken cancellationToken)
    {
        var deleting = found.Deleting(clock.Now).Next(found);
        if (!await batches.TryChangeAsync(deleting, found.Batch.Version, cancellationToken).ConfigureAwait(false))
            return;
        while (await DeleteAsync(deleting, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    /// <summary>Deletes rows of a batch that is being deleted, and where none is left the batch.</summary>
    /// <returns>How many rows; 0 where the batch is gone.</returns>
    public async Task<int> DeleteAsync(StoredBatch deleting, CancellationToken cancellationToken)
    {
        var (tenant, id, take) = (deleting.Batch.Tenant, deleting.Batch.Id, options.CurrentValue.BatchSize);
        var deleted = await rows.DeleteAsync(tenant, id, take, cancellationToken).ConfigureAwait(false);
        if (deleted == 0)
            await batches.DeleteAsync(tenant, id, cancellationToken).ConfigureAwait(false);
        return deleted;
    }
}
