using Invitations.Stores;

namespace Invitations;

/// <summary>Opens one batch for somebody: is it there, is it complete, and may they see it?</summary>
internal sealed class BatchAccess(OperationContextFactory contexts, IBatchStore store)
{
    /// <summary>The statuses in which somebody sees a batch.</summary>
    public static IReadOnlyList<InvitationBatchStatus> Visible { get; } =
    [
        InvitationBatchStatus.Staged,
        InvitationBatchStatus.Scheduled,
        InvitationBatchStatus.Sending,
        InvitationBatchStatus.Sent,
        InvitationBatchStatus.Withdrawn,
    ];

    public async Task<OpenedBatch> OpenAsync(TenantId tenant, Guid id, Inviter actor, CancellationToken cancellationToken)
    {
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        var found = await store.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false);
        return new(found is not null && Visible.Contains(found.Batch.Status) && operation.CanSee(found.Batch) ? found : null, operation);
    }
}
