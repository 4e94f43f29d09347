namespace Invitations.Stores.InMemory;

internal sealed class InMemoryInvitationStore(InMemorySession session) : IInvitationStore
{
    private readonly InvitationTable _invitations = session.Database.Invitations;

    public Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return session.ReadAsync<IReadOnlyList<Invitation>>(drafts => Find(tenant, ids, drafts), cancellationToken);
    }

    public Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _invitations.Find(id, drafts), cancellationToken);

    public Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        return session.ReadAsync(drafts => FindByCode(tenant, lookups, drafts), cancellationToken);
    }

    public Task<IReadOnlyList<Invitation>> FindOpenAsync(
        TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return session.ReadAsync<IReadOnlyList<Invitation>>(drafts => FindOpen(tenant, keys, drafts), cancellationToken);
    }

    public Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        return session.WriteAsync<IReadOnlyList<AddConflict>>(() => _invitations.Add(invitations), cancellationToken);
    }

    public Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return session.WriteAsync<IReadOnlyList<ChangeOutcome>>(() => _invitations.Change(changes), cancellationToken);
    }

    public Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ending);
        return session.WriteAsync(
            () =>
            {
                var (found, ended) = (ending.Found, ending.Ended);
                if (_invitations.Change([found.ChangedTo(ended, ending.UnexpiredAt)])[0] is not ChangeOutcome.Applied)
                    return false;
                session.Database.Deliveries.Cancel(ended.Tenant, [ended.Id], ended.EndedAt!.Value);
                if (ending.Entry is { } entry)
                    session.Database.Append([entry]);
                return true;
            },
            cancellationToken);
    }

    private List<Invitation> Find(TenantId tenant, IReadOnlyCollection<Guid> ids, bool drafts)
    {
        var found = new List<Invitation>(ids.Count);
        foreach (var id in ids.Distinct())
        {
            if (_invitations.Find(id, drafts) is { } invitation && invitation.Tenant == tenant)
                found.Add(invitation);
        }

        return found;
    }

    private Invitation? FindByCode(TenantId? tenant, IReadOnlyCollection<string> lookups, bool drafts)
    {
        Invitation? ended = null;
        foreach (var lookup in lookups)
        {
            foreach (var invitation in _invitations.FindByCode(lookup, drafts))
            {
                if (tenant is { } asked && invitation.Tenant != asked)
                    continue;
                if (InvitationLifecycle.IsOpen(invitation.Status))
                    return invitation;
                ended ??= invitation;
            }
        }

        return ended;
    }

    private List<Invitation> FindOpen(TenantId tenant, IReadOnlyCollection<UniqueKey> keys, bool drafts)
    {
        var seen = new HashSet<Guid>();
        var found = new List<Invitation>();
        foreach (var key in keys)
        {
            if (_invitations.FindOpen(tenant, key, drafts) is { } invitation && seen.Add(invitation.Id))
                found.Add(invitation);
        }

        return found;
    }
}
