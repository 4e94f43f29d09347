using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Sends the waiting rows of a batch that somebody has claimed, chunk by chunk.</summary>
/// <remarks>
/// Each chunk's invitations, messages and outcomes are one transaction with a change of the batch that only holds where nobody else has changed it: a node
/// that was taken for dead, or a batch that was withdrawn, sends nothing more.
/// </remarks>
internal sealed class BatchSender(
    OperationContextFactory contexts,
    ChunkProcessor processor,
    BatchWriter writer,
    IBatchStore batches,
    IBatchRowStore rows,
    InvitationClock clock,
    IOptionsMonitor<InvitationOptions> options)
{
    /// <param name="claimed">The batch as it was claimed.</param>
    /// <param name="sender">Who answers for what is sent.</param>
    /// <param name="most">The most rows, or null for all.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; the claim stays.</param>
    public async Task<BatchRun> RunAsync(
        StoredBatch claimed, Inviter sender, int? most, IProgress<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        var run = new BatchRun(claimed);
        var context = await contexts.CreateAsync(claimed.Batch.Tenant, sender, cancellationToken).ConfigureAwait(false);
        var operation = OperationOf(claimed, context);
        while (run.Batch is { } batch && batch.Claim == claimed.Claim)
        {
            var chunk = await rows.ListAsync(QueryOf(batch, ChunkSize(run, most)), cancellationToken).ConfigureAwait(false);
            if (chunk.Count == 0)
            {
                await FinishAsync(run, batch, sender, cancellationToken).ConfigureAwait(false);
                return run;
            }

            var results = await SendAsync(run, batch, operation, chunk, cancellationToken).ConfigureAwait(false);
            if (results is null)
            {
                // Somebody has changed the batch. Where the claim is still ours, a row was let go of or the name is another: the chunk is read anew.
                run.Batch = await batches.FindAsync(batch.Batch.Tenant, batch.Batch.Id, cancellationToken).ConfigureAwait(false);
                operation = OperationOf(claimed, context);
                continue;
            }

            run.Count(results);
            progress?.Report(run.Progress);
            if (run.Progress.Read >= most)
                return run;
        }

        return run;
    }

    private int ChunkSize(BatchRun run, int? most) => Math.Min(options.CurrentValue.ChunkSize, (most ?? int.MaxValue) - run.Progress.Read);

    private async Task<IReadOnlyList<InviteResult>?> SendAsync(
        BatchRun run, StoredBatch batch, InviteOperation operation, IReadOnlyList<StoredBatchRow> chunk, CancellationToken cancellationToken)
    {
        Invite[] invites = [.. chunk.Select(row => InviteJson.Read(row.Content!, row.Row))];
        StoredBatch? after = null;
        var results = await processor
            .TryProcessAsync(
                operation,
                invites,
                async (done, token) =>
                {
                    after = AfterChunk(batch, done.Count(result => result.Succeeded), chunk[^1].Position);
                    if (!await batches.TryChangeAsync(after, batch.Batch.Version, token).ConfigureAwait(false))
                        return false;
                    BatchRowReport[] reports = [.. chunk.Select((row, i) => ReportOf(row.Position, done[i]))];
                    return await rows.ReportAsync(batch.Batch.Tenant, batch.Batch.Id, reports, token).ConfigureAwait(false) == reports.Length;
                },
                cancellationToken)
            .ConfigureAwait(false);
        if (results is not null)
            run.Batch = after;
        return results;
    }

    private StoredBatch AfterChunk(StoredBatch batch, int sent, int last)
    {
        var counts = batch.Batch.Counts;
        return (batch with
        {
            Batch = batch.Batch with { Counts = counts with { Waiting = counts.Waiting - sent, Sent = counts.Sent + sent } },
            SentThrough = last,
            DueAt = clock.Now + BatchTransition.Lease,
        }).Next(batch);
    }

    private static BatchRowReport ReportOf(int position, InviteResult result) => result.Succeeded
        ? new(position, BatchRowStatus.Sent, result.Outcome, result.InvitationId)
        : new(position, BatchRowStatus.Waiting, result.Outcome, result.InvitationId, ErrorJson.Write(result.Errors));

    private async Task FinishAsync(BatchRun run, StoredBatch batch, Inviter sender, CancellationToken cancellationToken)
    {
        var claim = batch.Claim;
        while (run.Batch is { } found && found.Claim == claim)
        {
            var (unordered, now) = (found.Unordered(), clock.Now);
            unordered = unordered with { Batch = unordered.Batch with { SentAt = now } };
            var changed = await writer
                .TryChangeAsync(
                    found, unordered, AuditAction.BatchSent, sender.UserId, now, cancellationToken, ("sent", Text(found.Batch.Counts.Sent)), ("waiting", Text(found.Batch.Counts.Waiting)))
                .ConfigureAwait(false);
            run.IsFinished = changed is not null;

            // Rows that were let go of, or another name, change nothing about the end; an order that was taken back does.
            run.Batch = changed ?? await batches.FindAsync(batch.Batch.Tenant, batch.Batch.Id, cancellationToken).ConfigureAwait(false);
            if (run.IsFinished)
                return;
        }
    }

    private static InviteOperation OperationOf(StoredBatch batch, OperationContext context) => new()
    {
        Context = context,
        Options = BatchOptionsJson.Read(batch.Options),
        BatchId = batch.Batch.Id,
        IsStream = true,
    };

    private static BatchRowQuery QueryOf(StoredBatch batch, int take) => new()
    {
        Tenant = batch.Batch.Tenant,
        BatchId = batch.Batch.Id,
        Statuses = [BatchRowStatus.Waiting],
        Groups = batch.Batch.SendGroups,
        After = batch.SentThrough,
        Take = take,
    };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
