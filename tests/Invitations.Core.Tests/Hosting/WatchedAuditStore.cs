using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedAuditStore(IAuditStore inner, StoreCalls calls) : IAuditStore
{
    public async Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Audit.Append", entries);
        await inner.AppendAsync(entries, cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Audit.List", invitationId);
        return await inner.ListAsync(tenant, invitationId, cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Audit.ListOfLink", linkId);
        return await inner.ListOfLinkAsync(tenant, linkId, cancellationToken);
    }
}
