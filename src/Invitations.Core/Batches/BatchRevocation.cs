using Invitations.Stores;

namespace Invitations;

/// <summary>Takes back what waits in batches and has to do with what a trusted part of the host ends. What was sent is revoked as invitations are.</summary>
internal sealed class BatchRevocation(IBatchStore store, BatchWriter writer, BatchDropping dropping, BatchRemoval removal, InvitationClock clock)
{
    private const int PageSize = 100;

    private static readonly InvitationBatchStatus[] Unsent =
        [InvitationBatchStatus.Staging, InvitationBatchStatus.Staged, InvitationBatchStatus.Scheduled, InvitationBatchStatus.Sending];

    /// <summary>Withdraws the batches of a user, and takes back the orders to send that the user gave for those of others.</summary>
    /// <returns>How many waiting rows were let go of.</returns>
    public async Task<int> RevokeByInviterAsync(TenantId tenant, string userId, string by, CancellationToken cancellationToken)
    {
        var dropped = 0;
        await foreach (var found in UnsentAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (!found.Batch.IsFromSystem && string.Equals(found.Batch.CreatedBy, userId, StringComparison.Ordinal))
                dropped += await WithdrawAsync(found, by, cancellationToken).ConfigureAwait(false);
            else if (found.Order is { } order && BatchOrderJson.Read(order) is { IsSystem: false } sender && string.Equals(sender.UserId, userId, StringComparison.Ordinal))
                await ChangeAsync(found, it => it.Order is null ? null : it.Unordered(), AuditAction.BatchCancelled, by, cancellationToken).ConfigureAwait(false);
        }

        return dropped;
    }

    /// <summary>Withdraws all batches of a tenant.</summary>
    /// <returns>How many waiting rows were let go of.</returns>
    public async Task<int> RevokeAllAsync(TenantId tenant, string by, CancellationToken cancellationToken)
    {
        var dropped = 0;
        await foreach (var found in UnsentAsync(tenant, cancellationToken).ConfigureAwait(false))
            dropped += await WithdrawAsync(found, by, cancellationToken).ConfigureAwait(false);
        return dropped;
    }

    /// <summary>Lets go of the waiting rows that lead into a group.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RevokeForGroupAsync(TenantId tenant, string group, string by, CancellationToken cancellationToken)
    {
        var dropped = 0;
        await foreach (var found in UnsentAsync(tenant, cancellationToken).ConfigureAwait(false))
            dropped += await dropping.DropAsync(tenant, found.Batch.Id, group, by, cancellationToken).ConfigureAwait(false);
        return dropped;
    }

    /// <summary>Gives the batches of somebody who left, and the orders that they gave, to somebody else.</summary>
    /// <returns>How many batches.</returns>
    public async Task<int> HandOverAsync(TenantId tenant, string userId, Inviter successor, string by, CancellationToken cancellationToken)
    {
        var handed = 0;
        await foreach (var found in UnsentAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var changed = await ChangeAsync(found, it => HandedOver(it, userId, successor), AuditAction.BatchHandedOver, by, cancellationToken).ConfigureAwait(false);
            handed += changed is null ? 0 : 1;
        }

        return handed;
    }

    private static StoredBatch? HandedOver(StoredBatch stored, string userId, Inviter successor)
    {
        var isOwn = !stored.Batch.IsFromSystem && string.Equals(stored.Batch.CreatedBy, userId, StringComparison.Ordinal);
        var isOrdered = stored.Order is { } order && BatchOrderJson.Read(order) is { IsSystem: false } sender && string.Equals(sender.UserId, userId, StringComparison.Ordinal);
        if (!isOwn && !isOrdered)
            return null;
        return stored with
        {
            Batch = stored.Batch with
            {
                CreatedBy = isOwn ? successor.UserId : stored.Batch.CreatedBy,
                IsFromSystem = isOwn ? successor.IsSystem : stored.Batch.IsFromSystem,
                SentBy = isOrdered ? successor.UserId : stored.Batch.SentBy,
            },
            Order = isOrdered ? BatchOrderJson.Write(successor) : stored.Order,
        };
    }

    private async Task<int> WithdrawAsync(StoredBatch found, string by, CancellationToken cancellationToken)
    {
        if (found.Batch.Status is InvitationBatchStatus.Staging)
        {
            await removal.RemoveAsync(found, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var now = clock.Now;
        var withdrawn = await ChangeAsync(
            found,
            it => it.Batch.Status is InvitationBatchStatus.Withdrawn or InvitationBatchStatus.Deleting ? null : it.Withdrawn(now),
            AuditAction.BatchWithdrawn,
            by,
            cancellationToken).ConfigureAwait(false);
        return withdrawn is null ? 0 : await dropping.DropAsync(found.Batch.Tenant, found.Batch.Id, null, by, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Each round is lost to somebody who changed the batch; with null there is nothing to change any more.</summary>
    private async Task<StoredBatch?> ChangeAsync(
        StoredBatch? found, Func<StoredBatch, StoredBatch?> change, AuditAction action, string by, CancellationToken cancellationToken)
    {
        while (found is not null && change(found) is { } after)
        {
            if (await writer.TryChangeAsync(found, after, action, by, clock.Now, cancellationToken).ConfigureAwait(false) is { } changed)
                return changed;
            found = await store.FindAsync(found.Batch.Tenant, found.Batch.Id, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async IAsyncEnumerable<StoredBatch> UnsentAsync(
        TenantId tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new BatchStoreQuery { Tenant = tenant, Statuses = Unsent, Take = PageSize };
        while (true)
        {
            var page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var found in page)
                yield return found;
            if (page.Count < PageSize)
                yield break;
            query = query with { After = new(page[^1].Batch.CreatedAt, page[^1].Batch.Id) };
        }
    }
}
