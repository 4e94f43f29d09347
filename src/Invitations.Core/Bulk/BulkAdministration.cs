using Invitations.Stores;

namespace Invitations;

internal sealed class BulkAdministration(
    BulkChanger changer,
    IStoreTransaction transaction,
    IInvitationStore store,
    IAuditStore audit,
    RevocationChange revocation,
    ReissueChange reissue,
    DeletionChange deletion,
    ReminderPlanner reminders,
    Instrumentation instrumentation) : IBulkAdministration
{
    public async Task<BulkChangeResult> RevokeAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.bulk_revoke");
        return await changer.RunAsync(revocation, tenant, filter, actor, null, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<BulkChangeResult> ReinviteAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.bulk_reinvite");
        return await changer.RunAsync(reissue, tenant, filter, actor, null, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<BulkChangeResult> ExtendAsync(
        TenantId tenant,
        InvitationFilter filter,
        TimeSpan? lifetime,
        Inviter actor,
        IProgress<BulkChangeProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.bulk_extend");
        var extension = new ExtensionChange(transaction, store, audit, reminders, lifetime);
        return await changer.RunAsync(extension, tenant, filter, actor, null, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<BulkChangeResult> DeleteAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.bulk_delete");
        return await changer.RunAsync(deletion, tenant, filter, actor, null, progress, cancellationToken).ConfigureAwait(false);
    }
}
