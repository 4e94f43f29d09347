namespace Invitations.Stores.InMemory;

internal sealed class InMemoryInvitationLinkStore(InMemorySession session) : IInvitationLinkStore
{
    private readonly LinkTable _links = session.Database.Links;

    public Task AddAsync(InvitationLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        return session.WriteAsync(
            () =>
            {
                _links.Add(link);
                return true;
            },
            cancellationToken);
    }

    public Task<InvitationLink?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _links.Find(id, drafts) is { } link && link.Tenant == tenant ? link : null, cancellationToken);

    public Task<InvitationLink?> FindByTokenAsync(Guid id, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _links.Find(id, drafts), cancellationToken);

    public Task<IReadOnlyList<InvitationLink>> ListAsync(LinkStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<InvitationLink>>(drafts => _links.List(query, drafts), cancellationToken);
    }

    public Task<bool> TryChangeAsync(InvitationLink updated, long expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updated);
        return session.WriteAsync(() => _links.TryChange(updated, expectedVersion), cancellationToken);
    }

    public Task<LinkUseOutcome> TryUseAsync(LinkUseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return session.WriteAsync(() => _links.TryUse(request), cancellationToken);
    }

    public Task<bool> TrySetUserAsync(LinkUse use, string userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return session.WriteAsync(() => _links.TrySetUser(use, userId), cancellationToken);
    }

    public Task<LinkUse?> FindUseAsync(TenantId tenant, Guid linkId, LinkPerson person, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _links.FindUse(linkId, person, drafts) is { } use && use.Tenant == tenant ? use : null, cancellationToken);

    public async Task<IReadOnlyList<LinkUse>> ListUsesAsync(
        TenantId tenant, Guid linkId, LinkUse? after, int take, CancellationToken cancellationToken)
    {
        var uses = await session.ReadAsync(drafts => _links.Uses(linkId, drafts), cancellationToken).ConfigureAwait(false);
        return [.. uses.After(after is null ? null : new(after.UsedAt, after.InvitationId)).Where(use => use.Tenant == tenant).Take(take)];
    }
}
