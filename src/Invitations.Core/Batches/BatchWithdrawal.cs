using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What follows from withdrawing a batch: its waiting rows are let go of, its open invitations are revoked.</summary>
internal sealed class BatchWithdrawal(
    BatchDropping dropping,
    BulkChanger changer,
    RevocationChange revocation,
    IBatchStore batches,
    IBatchRowStore rows,
    IOptionsMonitor<MaintenanceOptions> options)
{
    /// <param name="batch">The batch, withdrawn.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="progress">Is told after each chunk of invitations, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    public async Task<BatchWithdrawalResult> FollowAsync(
        InvitationBatch batch, Inviter actor, IProgress<BulkChangeProgress>? progress, CancellationToken cancellationToken)
    {
        await dropping.DropAsync(batch.Tenant, batch.Id, null, actor.UserId, cancellationToken).ConfigureAwait(false);
        var (counts, skipped, query) = (default(BulkChangeProgress), new Dictionary<string, int>(StringComparer.Ordinal), SentRows(batch));
        while (true)
        {
            var page = await rows.ListAsync(query, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                break;
            var result = await RevokeAsync(batch, page, actor, cancellationToken).ConfigureAwait(false);
            if (!result.Succeeded)
                return new(batch, counts, skipped, result.Errors);
            var (read, done, unchanged, passed) = result.Counts;
            counts = new(counts.Read + read, counts.Done + done, counts.Unchanged + unchanged, counts.Skipped + passed);
            foreach (var (code, count) in result.Skipped)
                skipped[code] = skipped.GetValueOrDefault(code) + count;
            progress?.Report(counts);
            query = query with { After = page[^1].Position };
        }

        var now = await batches.FindAsync(batch.Tenant, batch.Id, cancellationToken).ConfigureAwait(false);
        return new(now?.Batch ?? batch, counts, skipped);
    }

    /// <summary>Those that were made of the rows. One that a row was merged into, or issued again, was somebody's before.</summary>
    private async Task<BulkChangeResult> RevokeAsync(
        InvitationBatch batch, IReadOnlyList<StoredBatchRow> sent, Inviter actor, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. sent.Select(row => row.InvitationId).OfType<Guid>().Distinct()];
        if (ids.Length == 0)
            return new(default, Empty<string, int>.Dictionary);
        var filter = new InvitationFilter
        {
            Ids = ids,
            BatchId = batch.Id,
            Statuses = [InvitationStatus.AwaitingApproval, InvitationStatus.Pending],
        };
        return await changer.RunAsync(revocation, batch.Tenant, filter, actor, null, null, cancellationToken).ConfigureAwait(false);
    }

    private BatchRowQuery SentRows(InvitationBatch batch) => new()
    {
        Tenant = batch.Tenant,
        BatchId = batch.Id,
        Statuses = [BatchRowStatus.Sent],
        Take = options.CurrentValue.BatchSize,
    };
}
