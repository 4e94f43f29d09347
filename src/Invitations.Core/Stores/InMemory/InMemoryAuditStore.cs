namespace Invitations.Stores.InMemory;

/// <summary>Keeps the trail of each invitation. An entry without an invitation cannot be listed and is not kept: this store ends with its process.</summary>
internal sealed class InMemoryAuditStore(InMemorySession session) : IAuditStore
{
    private readonly Table<Guid, AuditEntry[]> _trails = session.Database.Audit;

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
                }

                return entries.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken)
    {
        var trail = await session.ReadAsync(drafts => _trails.Find(invitationId, drafts) ?? [], cancellationToken).ConfigureAwait(false);
        return [.. trail.Where(entry => entry.Tenant == tenant).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)];
    }
}
