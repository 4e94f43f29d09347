using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Writes a batch with its trail, in one transaction, and tells of it.</summary>
internal sealed class BatchWriter(
    IStoreTransaction transaction,
    IBatchStore store,
    IAuditStore audit,
    EventPublisher events,
    ILogger<BatchWriter>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<BatchWriter>.Instance;

    /// <param name="before">The batch as it was read.</param>
    /// <param name="after">The batch as it shall be; its version is seen to here.</param>
    /// <param name="action">What the trail says.</param>
    /// <param name="actor">Who does it, or null for the clock.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="details">Facts for the trail.</param>
    /// <returns>The batch as it is now, or null where it was changed in between: nothing was written.</returns>
    public async Task<StoredBatch?> TryChangeAsync(
        StoredBatch before,
        StoredBatch after,
        AuditAction action,
        string? actor,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] details)
    {
        after = after.Next(before);
        var entry = EntryOf(after.Batch, action, actor, now, details);
        var isDone = await transaction
            .ExecuteAsync(
                async token =>
                {
                    if (!await store.TryChangeAsync(after, before.Batch.Version, token).ConfigureAwait(false))
                        return TransactionOutcome.Rollback(false);
                    await audit.AppendAsync([entry], token).ConfigureAwait(false);
                    return TransactionOutcome.Commit(true);
                },
                cancellationToken)
            .ConfigureAwait(false);
        if (!isDone)
            return null;
        Log.BatchChanged(_logger, after.Batch.Id, action);
        if (KindOf(action, after.Batch) is { } kind)
            await events.PublishAsync(new InvitationBatchEvent(kind, after.Batch, now), cancellationToken).ConfigureAwait(false);
        return after;
    }

    public static AuditEntry EntryOf(
        InvitationBatch batch, AuditAction action, string? actor, DateTimeOffset now, params (string Name, string Value)[] details) =>
        AuditTrail.Entry(batch.Tenant, null, action, actor, now, [("batch", batch.Id.ToString()), .. details]);

    private static InvitationBatchEventKind? KindOf(AuditAction action, InvitationBatch batch) => action switch
    {
        AuditAction.BatchStaged => InvitationBatchEventKind.Staged,
        AuditAction.BatchRenamed => InvitationBatchEventKind.Renamed,
        AuditAction.BatchOrdered when batch.Status is InvitationBatchStatus.Scheduled => InvitationBatchEventKind.Scheduled,
        AuditAction.BatchCancelled => InvitationBatchEventKind.Cancelled,
        AuditAction.BatchSent => InvitationBatchEventKind.Sent,
        AuditAction.BatchWithdrawn => InvitationBatchEventKind.Withdrawn,
        AuditAction.BatchDeleted => InvitationBatchEventKind.Deleted,
        _ => null,
    };
}
