using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Checks rows and keeps them, chunk by chunk. A call that was cut off goes on under the same key where it stopped.</summary>
internal sealed class BatchStager(
    BatchRows rows,
    BatchWriter writer,
    BatchRemoval removal,
    IStoreTransaction transaction,
    IBatchStore batches,
    IBatchRowStore rowStore,
    InvitationClock clock,
    IOptionsMonitor<InvitationOptions> options,
    IOptionsMonitor<MaintenanceOptions> maintenance)
{
    /// <param name="context">Who stages.</param>
    /// <param name="given">The rows.</param>
    /// <param name="how">How; the name is clean.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    public async Task<BatchStageResult> StageAsync(
        OperationContext context,
        IAsyncEnumerable<StagingRow> given,
        BatchStageOptions how,
        int limit,
        IProgress<BatchProgress>? progress,
        CancellationToken cancellationToken)
    {
        var staging = await BeginAsync(context, how, cancellationToken).ConfigureAwait(false);
        var source = given.GetAsyncEnumerator(cancellationToken);
        await using var disposal = source.ConfigureAwait(false);
        var take = 0;
        List<StagingRow> chunk;
        do
        {
            // One more than the limit tells a list that is too long.
            take = Math.Min(options.CurrentValue.ChunkSize, limit - staging.Position + 1);
            chunk = await TakeAsync(source, take).ConfigureAwait(false);
            if (staging.Position + chunk.Count > limit)
            {
                await DiscardAsync(staging, cancellationToken).ConfigureAwait(false);
                return staging.Failed(Refusals.Of(InvitationErrorCodes.BatchTooLarge, null, "limit", limit, "count", staging.Position + chunk.Count));
            }

            if (chunk.Count > 0 && await AddAsync(staging, chunk, cancellationToken).ConfigureAwait(false) is { } error)
                return staging.Failed(error);
            if (chunk.Count > 0)
                progress?.Report(staging.Progress);
        }
        while (chunk.Count == take);
        return await FinishAsync(staging, how, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BatchStaging> BeginAsync(OperationContext context, BatchStageOptions how, CancellationToken cancellationToken)
    {
        // What becomes of a wrong row, and what of a second call, is decided here and not by the pipeline.
        var invite = how.Invite with { DryRun = false, IdempotencyKey = null, Mode = BatchMode.ValidRowsOnly };
        var json = BatchOptionsJson.Write(invite);
        var fingerprint = BatchFingerprint.Of(context.Inviter, how.Mode, json);
        var operation = new InviteOperation { Context = context, Options = invite };
        var key = string.IsNullOrEmpty(how.IdempotencyKey) ? null : how.IdempotencyKey;
        while (true)
        {
            if (key is not null && await batches.FindByKeyAsync(context.Tenant, key, cancellationToken).ConfigureAwait(false) is { } found)
                return new(operation, found, fingerprint, how.Mode);

            var now = clock.Now;
            var batch = new StoredBatch
            {
                Batch = new()
                {
                    Id = TimeOrderedId.At(now),
                    Tenant = context.Tenant,
                    Name = how.Name,
                    Status = InvitationBatchStatus.Staging,
                    CreatedBy = context.Inviter.UserId,
                    IsFromSystem = context.Inviter.IsSystem,
                    CreatedAt = now,
                },
                IdempotencyKey = key,
                Fingerprint = fingerprint.ToString(),
                Options = json,
                DueAt = now + maintenance.CurrentValue.StagingKept,
            };
            if (await batches.TryAddAsync(batch, cancellationToken).ConfigureAwait(false))
                return new(operation, batch, fingerprint, how.Mode);
        }
    }

    /// <returns>Why the list is not the one that is stored under the key, or null.</returns>
    private async Task<InvitationError?> AddAsync(BatchStaging staging, List<StagingRow> given, CancellationToken cancellationToken)
    {
        var known = Math.Clamp(staging.Batch.Batch.Counts.Rows - staging.Position, 0, given.Count);
        if (known > 0)
            await SkipAsync(staging, given.GetRange(0, known), cancellationToken).ConfigureAwait(false);
        if (!staging.IsSame && !staging.IsRefused)
            return Conflict(staging);
        if (known == given.Count)
            return null;
        return await WriteAsync(staging, given.GetRange(known, given.Count - known), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes past rows that an earlier call has staged, and tells of those that it refused.</summary>
    private async Task SkipAsync(BatchStaging staging, List<StagingRow> given, CancellationToken cancellationToken)
    {
        var first = staging.Position + 1;
        if (staging.Batch.Batch.Status is InvitationBatchStatus.Staging)
            rows.Remember(staging.Operation, given, first);
        staging.Take(BatchRows.Print(given, first));
        if (staging.Batch.Batch.Counts.Refused == 0)
            return;
        var query = new BatchRowQuery
        {
            Tenant = staging.Batch.Batch.Tenant,
            BatchId = staging.Batch.Batch.Id,
            Statuses = [BatchRowStatus.Refused],
            After = first - 1,
            Take = given.Count,
        };
        var refused = await rowStore.ListAsync(query, cancellationToken).ConfigureAwait(false);
        InviteResult[] ofThese =
        [
            .. refused
                .Where(row => row.Position <= staging.Position)
                .Select(row => new InviteResult(row.Row, InviteOutcome.Refused) { Errors = ErrorJson.Read(row.Errors) }),
        ];
        staging.Refuse(ofThese, ofThese.Length);
    }

    private async Task<InvitationError?> WriteAsync(BatchStaging staging, List<StagingRow> given, CancellationToken cancellationToken)
    {
        if (staging.Batch.Batch.Status is not InvitationBatchStatus.Staging && !staging.IsRefused)
            return Conflict(staging);

        var chunk = await rows.CheckAsync(staging.Operation, staging.Batch.Batch.Id, given, staging.Position + 1, cancellationToken).ConfigureAwait(false);
        staging.Refuse(chunk.Refused, chunk.Refused.Count);
        if (chunk.Refused.Count > 0 && staging.Mode is BatchMode.AllOrNothing && !staging.IsRefused)
        {
            await DiscardAsync(staging, cancellationToken).ConfigureAwait(false);
            staging.IsRefused = true;
        }

        if (staging.IsRefused)
        {
            staging.Pass(given.Count);
            return null;
        }

        for (var written = 0; written < chunk.Rows.Count;)
        {
            var (left, prints) = (chunk.Rows.Skip(written).ToList(), chunk.Prints.Skip(written).ToList());
            if (await TryAppendAsync(staging, left, staging.After(prints), cancellationToken).ConfigureAwait(false))
            {
                staging.Take(prints);
                staging.Staged(left.Count(row => row.Status is BatchRowStatus.Waiting));
                return null;
            }

            // Somebody else stages the same list under the same key: what they have written need not be written again.
            if (await batches.FindAsync(staging.Batch.Batch.Tenant, staging.Batch.Batch.Id, cancellationToken).ConfigureAwait(false) is not { } found)
                return new(InvitationErrorCodes.BatchChanged);
            staging.Batch = found;
            var ahead = Math.Clamp(found.Batch.Counts.Rows - staging.Position, 0, left.Count);
            staging.Take(prints.Take(ahead));
            written += ahead;
            if (!staging.IsSame || (written < chunk.Rows.Count && found.Batch.Status is not InvitationBatchStatus.Staging))
                return Conflict(staging);
        }

        return null;
    }

    private async Task<bool> TryAppendAsync(BatchStaging staging, List<StoredBatchRow> added, string fingerprint, CancellationToken cancellationToken)
    {
        var before = staging.Batch;
        var counts = before.Batch.Counts;
        var waiting = added.Count(row => row.Status is BatchRowStatus.Waiting);
        var after = (before with
        {
            Batch = before.Batch with { Counts = counts with { Waiting = counts.Waiting + waiting, Refused = counts.Refused + added.Count - waiting } },
            Fingerprint = fingerprint,
            DueAt = clock.Now + maintenance.CurrentValue.StagingKept,
        }).Next(before);
        var isDone = await transaction
            .ExecuteAsync(
                async token =>
                {
                    if (!await batches.TryChangeAsync(after, before.Batch.Version, token).ConfigureAwait(false))
                        return TransactionOutcome.Rollback(false);
                    await rowStore.AddAsync(added, token).ConfigureAwait(false);
                    return TransactionOutcome.Commit(true);
                },
                cancellationToken)
            .ConfigureAwait(false);
        if (isDone)
            staging.Batch = after;
        return isDone;
    }

    private async Task<BatchStageResult> FinishAsync(BatchStaging staging, BatchStageOptions how, CancellationToken cancellationToken)
    {
        var counts = staging.Batch.Batch.Counts;
        if (staging.Position == 0 && counts.Rows == 0)
        {
            await DiscardAsync(staging, cancellationToken).ConfigureAwait(false);
            return staging.Failed(new(InvitationErrorCodes.BatchEmpty));
        }

        if (!staging.IsRefused && staging.IsBehind)
            return staging.Failed(Conflict(staging));
        if (staging.IsRefused || (staging.Batch.Batch.Status is InvitationBatchStatus.Staging && counts.Waiting == 0))
        {
            await DiscardAsync(staging, cancellationToken).ConfigureAwait(false);
            return staging.Failed(Refusals.Of(InvitationErrorCodes.BatchRefused, null, "refused", staging.RefusedCount));
        }

        while (staging.Batch.Batch.Status is InvitationBatchStatus.Staging)
        {
            var (before, now) = (staging.Batch, clock.Now);
            var complete = before with { Batch = before.Batch with { Status = InvitationBatchStatus.Staged, StagedAt = now, Name = how.Name }, DueAt = null };
            var changed = await writer
                .TryChangeAsync(
                    before, complete, AuditAction.BatchStaged, before.Batch.CreatedBy, now, cancellationToken, ("waiting", Text(counts.Waiting)), ("refused", Text(counts.Refused)))
                .ConfigureAwait(false);
            changed ??= await batches.FindAsync(before.Batch.Tenant, before.Batch.Id, cancellationToken).ConfigureAwait(false);
            if (changed is null || changed.Batch.Counts.Rows != staging.Position || changed.Batch.Status is InvitationBatchStatus.Deleting)
                return staging.Failed(new(InvitationErrorCodes.BatchChanged));
            staging.Batch = changed;
        }

        return new(staging.Batch.Batch, staging.Refused, staging.RefusedCount, []);
    }

    /// <summary>Leaves nothing of what was staged by now.</summary>
    private async Task DiscardAsync(BatchStaging staging, CancellationToken cancellationToken)
    {
        // What is complete was staged by an earlier call, which this one does not undo.
        if (!staging.IsRefused && staging.Batch.Batch.Status is InvitationBatchStatus.Staging)
            await removal.RemoveAsync(staging.Batch, cancellationToken).ConfigureAwait(false);
    }

    private static InvitationError Conflict(BatchStaging staging) => IdempotencyLedger.Conflict(staging.Batch.IdempotencyKey ?? "");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<StagingRow>> TakeAsync(IAsyncEnumerator<StagingRow> source, int count)
    {
        var taken = new List<StagingRow>(Math.Min(count, 1024));
        while (taken.Count < count && await source.MoveNextAsync().ConfigureAwait(false))
            taken.Add(source.Current);
        return taken;
    }
}
