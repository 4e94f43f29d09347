namespace Invitations;

/// <summary>Puts lists of people by, to be sent later: as a whole, at a time, or in waves by group. No file is needed for it.</summary>
/// <remarks>
/// <para>
/// Rows are checked when they are staged, by the same pipeline and policies as inviting, and again when they are sent, for whoever sends. In between they
/// hold nothing: no address, no seat and no quota. What cannot be sent any more, because somebody else has invited the person, is refused
/// row by row, and goes on waiting.
/// </para>
/// <para>
/// A batch of another tenant, or one that the actor may not see, answers <c>batch.unknown</c>: organisation admins see all batches of the tenant,
/// others those that they staged.
/// </para>
/// </remarks>
public interface IInvitationBatches
{
    /// <summary>Checks rows and keeps them, chunk by chunk, in memory that holds one chunk and about 60 bytes a row. Nobody sees the batch before it is complete.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="rows">The rows. At most as many as the <see cref="IBatchSizePolicy"/> allows; one more refuses them all.</param>
    /// <param name="inviter">Who stages.</param>
    /// <param name="options">How, or null for the defaults: all or nothing, without a name.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">
    /// Ends the call between two chunks. With an idempotency key the same call goes on later; without one, what was staged is deleted by
    /// <see cref="IInvitationMaintenance"/>.
    /// </param>
    Task<BatchStageResult> StageAsync(
        TenantId tenant,
        IAsyncEnumerable<StagingRow> rows,
        Inviter inviter,
        BatchStageOptions? options = null,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends what waits, or has it sent at a time. What was sent before is not sent again.</summary>
    /// <remarks>
    /// Valid rows are sent, chunk by chunk, each with its invitations, messages and outcomes in one transaction: a call that is killed has sent each row
    /// once or not at all, and <see cref="IInvitationMaintenance"/> sends the rest. Of several callers at once one sends.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="sender">Who sends; they are the inviter of what is sent.</param>
    /// <param name="options">Which rows, when; null for all, now.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Stops sending between two chunks; the rest waits until the batch is sent again.</param>
    Task<BatchSendResult> SendAsync(
        TenantId tenant,
        Guid batchId,
        Inviter sender,
        BatchSendOptions? options = null,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Takes the order to send back: what is scheduled is not sent, what is being sent stops after the present chunk. Doing it again is no error.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BatchResult> CancelAsync(TenantId tenant, Guid batchId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Gives the batch another name.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="name">The name, at most 200 characters, or null for none.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BatchResult> RenameAsync(TenantId tenant, Guid batchId, string? name, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Takes the whole batch back: what was sent and is open is revoked, what waits is let go of. Doing it again revokes what is left.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="actor">Who does it; what they may not revoke is skipped.</param>
    /// <param name="progress">Is told after each chunk of invitations, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; the batch is withdrawn, and the same call does the rest.</param>
    Task<BatchWithdrawalResult> WithdrawAsync(
        TenantId tenant, Guid batchId, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a batch of which nothing was sent, with all its rows.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call; nobody sees the batch any more, and <see cref="IInvitationMaintenance"/> deletes the rest.</param>
    Task<BatchResult> DeleteAsync(TenantId tenant, Guid batchId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Finds one batch.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The batch with its counts, or null where it does not exist, is another tenant's or not the viewer's to see.</returns>
    Task<InvitationBatch?> FindAsync(TenantId tenant, Guid batchId, Inviter viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists batches, page by page.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="request">Which; null lists all, the newest first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BatchPage> ListAsync(TenantId tenant, Inviter viewer, BatchListRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the rows of a batch with what became of each, page by page.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="request">Which; null lists all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BatchRowPage> ListRowsAsync(
        TenantId tenant, Guid batchId, Inviter viewer, BatchRowListRequest? request = null, CancellationToken cancellationToken = default);
}
