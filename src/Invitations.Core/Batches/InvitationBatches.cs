using Invitations.Stores;

namespace Invitations;

internal sealed class InvitationBatches(
    OperationContextFactory contexts,
    BatchAccess access,
    BatchStager stager,
    BatchOrders orders,
    BatchWithdrawal withdrawal,
    BatchRemoval removal,
    BatchWriter writer,
    IBatchStore store,
    IBatchRowStore rows,
    IBatchSizePolicy batchSize,
    InvitationClock clock,
    Instrumentation instrumentation,
    IDirectGrantHandler? directGrants = null) : IInvitationBatches
{
    /// <summary>What somebody else changes between reading and writing is read again; that often.</summary>
    private const int Tries = 5;

    public async Task<BatchStageResult> StageAsync(
        TenantId tenant,
        IAsyncEnumerable<StagingRow> rows,
        Inviter inviter,
        BatchStageOptions? options = null,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var activity = instrumentation.Start("invitations.stage_batch");
        options ??= new();
        var context = await contexts.CreateAsync(tenant, inviter, cancellationToken).ConfigureAwait(false);
        if (options.Invite.WhenAccountExists is WhenAccountExists.GrantDirectly)
            DirectGrants.Required(directGrants);
        var errors = new ErrorList();
        if (context.ListRefusal is { } refusal)
            errors.Add(refusal);
        if (InviteKey.ErrorOf(options.IdempotencyKey) is { } keyError)
            errors.Add(keyError);
        options = options with { Name = BatchName.Read(options.Name, errors) };
        if (errors.Count > 0)
            return Counted(new(null, [], 0, errors.Errors));

        var size = new BatchSizeContext { Tenant = tenant, Settings = context.Settings, Inviter = inviter };
        var limit = Math.Max(0, await batchSize.GetLimitAsync(size, cancellationToken).ConfigureAwait(false));
        return Counted(await stager.StageAsync(context, rows, options, limit, progress, cancellationToken).ConfigureAwait(false));
    }

    public async Task<BatchSendResult> SendAsync(
        TenantId tenant,
        Guid batchId,
        Inviter sender,
        BatchSendOptions? options = null,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.send_batch");
        var result = await orders.SendAsync(tenant, batchId, sender, options ?? new(), progress, cancellationToken).ConfigureAwait(false);
        instrumentation.Administered("send_batch", result.Succeeded);
        return result;
    }

    public async Task<BatchResult> CancelAsync(TenantId tenant, Guid batchId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.cancel_batch");
        return await ChangeAsync(
            "cancel_batch",
            tenant,
            batchId,
            actor,
            AuditAction.BatchCancelled,
            (found, _) => found.Batch.Status is InvitationBatchStatus.Scheduled or InvitationBatchStatus.Sending ? BatchChange.To(found.Unordered()) : BatchChange.None,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<BatchResult> RenameAsync(
        TenantId tenant, Guid batchId, string? name, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.rename_batch");
        var errors = new ErrorList();
        var read = BatchName.Read(name, errors);
        return await ChangeAsync(
            "rename_batch",
            tenant,
            batchId,
            actor,
            AuditAction.BatchRenamed,
            (found, _) => errors.Count > 0 ? new(null, errors.Errors[0])
                : string.Equals(found.Batch.Name, read, StringComparison.Ordinal) ? BatchChange.None
                : BatchChange.To(found with { Batch = found.Batch with { Name = read } }),
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<BatchWithdrawalResult> WithdrawAsync(
        TenantId tenant, Guid batchId, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.withdraw_batch");
        var withdrawn = await ChangeAsync(
            "withdraw_batch",
            tenant,
            batchId,
            actor,
            AuditAction.BatchWithdrawn,
            (found, now) => found.Batch.Status is InvitationBatchStatus.Withdrawn ? BatchChange.None : BatchChange.To(found.Withdrawn(now)),
            cancellationToken).ConfigureAwait(false);
        return withdrawn.Batch is null
            ? new(null, default, Empty<string, int>.Dictionary, withdrawn.Errors)
            : await withdrawal.FollowAsync(withdrawn.Batch, actor, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<BatchResult> DeleteAsync(TenantId tenant, Guid batchId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.delete_batch");
        var result = await ChangeAsync("delete_batch", tenant, batchId, actor, AuditAction.BatchDeleted, Delete, cancellationToken).ConfigureAwait(false);
        if (result.Batch is not null && await store.FindAsync(tenant, batchId, cancellationToken).ConfigureAwait(false) is { } deleting)
        {
            while (await removal.DeleteAsync(deleting, cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }

        return result;
    }

    public async Task<InvitationBatch?> FindAsync(TenantId tenant, Guid batchId, Inviter viewer, CancellationToken cancellationToken = default) =>
        (await access.OpenAsync(tenant, batchId, viewer, cancellationToken).ConfigureAwait(false)).Found?.Batch;

    public async Task<BatchPage> ListAsync(TenantId tenant, Inviter viewer, BatchListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new();
        var operation = await contexts.CreateAsync(tenant, viewer, cancellationToken).ConfigureAwait(false);
        if (operation.ListRefusal is { } refusal)
            return new([], null, [refusal]);
        if (!PageCursor.TryRead(request.Cursor, InvitationSort.NewestFirst, out var after))
            return new([], null, [new InvitationError(InvitationErrorCodes.CursorInvalid)]);

        InvitationBatchStatus[] statuses = [.. BatchAccess.Visible.Where(status => request.Statuses.Count == 0 || request.Statuses.Contains(status))];
        var own = operation.Visibility?.InvitedBy;
        if (statuses.Length == 0 || (own is not null && request.CreatedBy is { } other && !string.Equals(own, other, StringComparison.Ordinal)))
            return new([], null);
        var size = Math.Clamp(request.PageSize, 1, InvitationListRequest.MaxPageSize);
        var query = new BatchStoreQuery
        {
            Tenant = tenant,
            Statuses = statuses,
            CreatedBy = own ?? request.CreatedBy,
            IsFromSystem = own is null ? null : false,
            After = after,
            Take = size + 1,
        };
        var found = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
        InvitationBatch[] page = [.. found.Take(size).Select(row => row.Batch)];
        return new(page, found.Count <= size ? null : PageCursor.Write(InvitationSort.NewestFirst, page[^1].CreatedAt, page[^1].Id));
    }

    public async Task<BatchRowPage> ListRowsAsync(
        TenantId tenant, Guid batchId, Inviter viewer, BatchRowListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new();
        var opened = await access.OpenAsync(tenant, batchId, viewer, cancellationToken).ConfigureAwait(false);
        if (opened.Found is null)
            return new([], null, [new InvitationError(InvitationErrorCodes.BatchUnknown)]);

        var size = Math.Clamp(request.PageSize, 1, InvitationListRequest.MaxPageSize);
        var query = new BatchRowQuery
        {
            Tenant = tenant,
            BatchId = batchId,
            Statuses = request.Statuses,
            Groups = request.Group is { } group ? [group] : [],
            After = Math.Max(0, request.After),
            Take = size + 1,
        };
        var found = await rows.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return new([.. found.Take(size).Select(BatchRows.Shown)], found.Count <= size ? null : found[size - 1].Position);
    }

    private static BatchChange Delete(StoredBatch found, DateTimeOffset now) =>
        found.Batch.Counts.Sent > 0 ? BatchChange.Refused(InvitationErrorCodes.BatchAlreadySent)
        : found.IsClaimed(now) ? BatchChange.Refused(InvitationErrorCodes.BatchBeingSent)
        : BatchChange.To(found.Deleting(now));

    private async Task<BatchResult> ChangeAsync(
        string name,
        TenantId tenant,
        Guid batchId,
        Inviter actor,
        AuditAction action,
        Func<StoredBatch, DateTimeOffset, BatchChange> change,
        CancellationToken cancellationToken)
    {
        var result = await TryChangeAsync(tenant, batchId, actor, action, change, cancellationToken).ConfigureAwait(false);
        instrumentation.Administered(name, result.Succeeded);
        return result;
    }

    private async Task<BatchResult> TryChangeAsync(
        TenantId tenant,
        Guid batchId,
        Inviter actor,
        AuditAction action,
        Func<StoredBatch, DateTimeOffset, BatchChange> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var opened = await access.OpenAsync(tenant, batchId, actor, cancellationToken).ConfigureAwait(false);
            if (opened.Found is not { } found)
                return new([new InvitationError(InvitationErrorCodes.BatchUnknown)]);
            var now = clock.Now;
            var (after, error) = change(found, now);
            if (error is not null)
                return new([error]);
            if (after is null)
                return new(found.Batch);
            if (await writer.TryChangeAsync(found, after, action, actor.UserId, now, cancellationToken).ConfigureAwait(false) is { } changed)
                return new(changed.Batch);
        }

        return new([new InvitationError(InvitationErrorCodes.BatchChanged)]);
    }

    private BatchStageResult Counted(BatchStageResult result)
    {
        instrumentation.Administered("stage_batch", result.Succeeded);
        return result;
    }
}
