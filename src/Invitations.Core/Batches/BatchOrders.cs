using Invitations.Stores;

namespace Invitations;

/// <summary>Takes orders to send: carries them out, or puts them down for a time.</summary>
internal sealed class BatchOrders(BatchAccess access, BatchSender sender, BatchWriter writer, IBatchStore store, InvitationClock clock)
{
    /// <summary>What somebody else changes between reading and writing is read again; that often.</summary>
    private const int Tries = 5;

    public async Task<BatchSendResult> SendAsync(
        TenantId tenant, Guid batchId, Inviter who, BatchSendOptions how, IProgress<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (found, operation) = await access.OpenAsync(tenant, batchId, who, cancellationToken).ConfigureAwait(false);
            var now = clock.Now;
            if (Refusal(found, operation, now) is { } error)
                return Refused(found?.Batch, error);

            var ordered = Ordered(found!, who, how, now);
            var changed = await writer
                .TryChangeAsync(found!, ordered, AuditAction.BatchOrdered, who.UserId, now, cancellationToken, Facts(ordered.Batch))
                .ConfigureAwait(false);
            if (changed is null)
                continue;
            return changed.Claim is null
                ? new(changed.Batch, default, Empty<string, int>.Dictionary)
                : await RunAsync(changed, who, progress, cancellationToken).ConfigureAwait(false);
        }

        return Refused(null, new(InvitationErrorCodes.BatchChanged));
    }

    private static InvitationError? Refusal(StoredBatch? found, OperationContext operation, DateTimeOffset now)
    {
        if (found is null)
            return new(InvitationErrorCodes.BatchUnknown);
        if (operation.ListRefusal is { } refusal)
            return refusal;
        if (found.Batch.Status is InvitationBatchStatus.Withdrawn)
            return new(InvitationErrorCodes.BatchWithdrawn);
        if (found.IsClaimed(now))
            return new(InvitationErrorCodes.BatchBeingSent);
        return found.Batch.Counts.Waiting == 0 ? new(InvitationErrorCodes.BatchNothingWaits) : null;
    }

    private static StoredBatch Ordered(StoredBatch found, Inviter who, BatchSendOptions how, DateTimeOffset now)
    {
        DateTimeOffset? at = how.At is { } asked && InvitationClock.Cut(asked) is var cut && cut > now ? cut : null;
        var ordered = found with
        {
            Batch = found.Batch with
            {
                Status = InvitationBatchStatus.Scheduled,
                SendAt = at,
                SendGroups = [.. how.Groups.Distinct(StringComparer.Ordinal)],
                SentBy = who.UserId,
            },
            Order = BatchOrderJson.Write(who),
            Claim = null,
            SentThrough = 0,
            DueAt = at,
        };
        return at is null ? ordered.ClaimedBy(Guid.NewGuid(), now) : ordered;
    }

    private async Task<BatchSendResult> RunAsync(StoredBatch claimed, Inviter who, IProgress<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        BatchRun run;
        try
        {
            run = await sender.RunAsync(claimed, who, null, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAsync(claimed, who).ConfigureAwait(false);
            throw;
        }

        return run.IsFinished
            ? new(run.Batch?.Batch, run.Progress, run.Refused)
            : new(run.Batch?.Batch, run.Progress, run.Refused, [new InvitationError(InvitationErrorCodes.BatchStopped)]);
    }

    /// <summary>Whoever gives up waiting does not want the rest to be sent behind their back.</summary>
    private async Task StopAsync(StoredBatch claimed, Inviter who)
    {
        while (await store.FindAsync(claimed.Batch.Tenant, claimed.Batch.Id, CancellationToken.None).ConfigureAwait(false) is { } found && found.Claim == claimed.Claim)
        {
            var changed = await writer
                .TryChangeAsync(found, found.Unordered(), AuditAction.BatchCancelled, who.UserId, clock.Now, CancellationToken.None)
                .ConfigureAwait(false);
            if (changed is not null)
                return;
        }
    }

    private static (string Name, string Value)[] Facts(InvitationBatch batch) =>
    [
        .. batch.SendAt is { } at ? [("at", at.ToString("O", System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        .. batch.SendGroups.Count > 0 ? [("groups", string.Join(", ", batch.SendGroups))] : Array.Empty<(string, string)>(),
    ];

    private static BatchSendResult Refused(InvitationBatch? batch, InvitationError error) => new(batch, default, Empty<string, int>.Dictionary, [error]);
}
