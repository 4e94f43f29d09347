namespace Invitations.Stores.InMemory;

/// <summary>Keeps the trail of each invitation, and each entry without an invitation by itself.</summary>
internal sealed class InMemoryAuditStore(InMemorySession session) : IAuditStore
{
    private readonly Table<Guid, AuditEntry[]> _trails = session.Database.Audit;
    private readonly Table<Guid, AuditEntry> _others = session.Database.OtherAudit;

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return session.WriteAsync(
            () =>
            {
                foreach (var entry in entries)
                {
                    if (entry.InvitationId is { } invitationId)
                        _trails.Put(invitationId, [.. _trails.Find(invitationId, drafts: true) ?? [], entry]);
                    else
                        _others.Put(entry.Id, entry);
                }

                return entries.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken)
    {
        var trail = await session
            .ReadAsync(drafts => invitationId is { } id ? _trails.Find(id, drafts) ?? [] : [.. _others.Rows(drafts)], cancellationToken)
            .ConfigureAwait(false);
        return [.. trail.Where(entry => entry.Tenant == tenant).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)];
    }
}
