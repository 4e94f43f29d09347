namespace Invitations.Stores.InMemory;

/// <summary>Keeps the trail of each invitation and of each link, and each entry without either by itself.</summary>
internal sealed class InMemoryAuditStore(InMemorySession session) : IAuditStore
{
    private readonly Table<Guid, AuditEntry[]> _trails = session.Database.Audit;
    private readonly Table<Guid, AuditEntry[]> _linkTrails = session.Database.LinkAudit;
    private readonly Table<Guid, AuditEntry> _others = session.Database.OtherAudit;

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return session.WriteAsync(
            () =>
            {
                session.Database.Append(entries);
                return entries.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken)
    {
        var trail = await session
            .ReadAsync(drafts => invitationId is { } id ? _trails.Find(id, drafts) ?? [] : [.. _others.Rows(drafts)], cancellationToken)
            .ConfigureAwait(false);
        return OfTenant(trail, tenant);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken)
    {
        var trail = await session.ReadAsync(drafts => _linkTrails.Find(linkId, drafts) ?? [], cancellationToken).ConfigureAwait(false);
        return OfTenant(trail, tenant);
    }

    private static List<AuditEntry> OfTenant(AuditEntry[] trail, TenantId tenant) =>
        [.. trail.Where(entry => entry.Tenant == tenant).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)];
}
