using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal class WatchedInvitationStore(IInvitationStore inner, StoreCalls calls) : IInvitationStore
{
    public async Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.Find", ids);
        return await inner.FindAsync(tenant, ids, cancellationToken);
    }

    public async Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.FindByToken", id);
        return await inner.FindByTokenAsync(id, cancellationToken);
    }

    public async Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.FindByCode", lookups);
        return await inner.FindByCodeAsync(tenant, lookups, cancellationToken);
    }

    public async Task<IReadOnlyList<Invitation>> FindOpenAsync(
        TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.FindOpen", keys);
        return await inner.FindOpenAsync(tenant, keys, cancellationToken);
    }

    public virtual async Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.Add", invitations);
        return await inner.AddAsync(invitations, cancellationToken);
    }

    public async Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.Change", changes);
        return await inner.ChangeAsync(changes, cancellationToken);
    }

    public async Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Invitations.End", ending.Found.Id);
        return await inner.EndAsync(ending, cancellationToken);
    }
}
