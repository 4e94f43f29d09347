namespace Invitations.Stores.InMemory;

/// <summary>The links and their uses. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class LinkTable : ITable
{
    private readonly Table<Guid, InvitationLink> _links = new();
    private readonly Table<Guid, LinkUse> _rows = new();
    private readonly Table<Guid, SortedRows<LinkUse>> _uses = new();
    private readonly Table<LinkUseKey, LinkUse> _persons = new();

    private static SortedRows<LinkUse> NoUses { get; } = new(static use => new(use.UsedAt, use.InvitationId));

    public InvitationLink? Find(Guid id, bool drafts) => _links.Find(id, drafts);

    public LinkUse? FindUse(Guid linkId, LinkPerson person, bool drafts) => _persons.Find(new(linkId, person), drafts);

    public SortedRows<LinkUse> Uses(Guid linkId, bool drafts) => _uses.Find(linkId, drafts) ?? NoUses;

    public List<InvitationLink> List(LinkStoreQuery query, bool drafts) =>
        [.. _links.Rows(drafts).Where(link => IsMatch(query, link)).OrderByDescending(PlaceOf).Take(query.Take)];

    public void Add(InvitationLink link)
    {
        if (_links.Find(link.Id, drafts: true) is not null)
            throw new ArgumentException($"The link {link.Id} exists already.", nameof(link));
        _links.Put(link.Id, link with { UseCount = 0 });
    }

    public bool TryChange(InvitationLink updated, long expectedVersion)
    {
        if (Find(updated.Tenant, updated.Id) is not { } current || current.Version != expectedVersion)
            return false;
        _links.Put(updated.Id, updated with { UseCount = current.UseCount });
        return true;
    }

    public LinkUseOutcome TryUse(LinkUseRequest request)
    {
        var use = request.Use;
        if (Find(use.Tenant, use.LinkId) is not { } link || link.Version != request.ExpectedVersion || !link.IsUsableAt(use.UsedAt))
            return LinkUseOutcome.Unusable;
        if (KeysOf(use).Any(key => _persons.Find(key, drafts: true) is not null))
            return LinkUseOutcome.UsedBefore;
        _links.Put(link.Id, link with { UseCount = link.UseCount + 1 });
        Replace([], use);
        return LinkUseOutcome.Taken;
    }

    public bool TrySetUser(LinkUse use, string userId)
    {
        if (_rows.Find(use.InvitationId, drafts: true) is not { UserId: null } stored || stored.Tenant != use.Tenant || stored.LinkId != use.LinkId)
            return false;
        if (FindUse(use.LinkId, new(userId, IsAttempt: false), drafts: true) is not null)
            return false;
        Replace([stored], stored with { UserId = userId });
        return true;
    }

    /// <summary>Deletes links of a tenant, then their uses.</summary>
    public int Purge(TenantId tenant, int take)
    {
        var links = _links.Remove(link => link.Tenant == tenant, take);
        var uses = _rows.Remove(use => use.Tenant == tenant, take - links.Count);
        foreach (var use in uses)
        {
            _uses.Remove(use.LinkId);
            foreach (var key in KeysOf(use))
                _persons.Remove(key);
        }

        return links.Count + uses.Count;
    }

    public void Commit()
    {
        _links.Commit();
        _rows.Commit();
        _uses.Commit();
        _persons.Commit();
    }

    public void Rollback()
    {
        _links.Rollback();
        _rows.Rollback();
        _uses.Rollback();
        _persons.Rollback();
    }

    private InvitationLink? Find(TenantId tenant, Guid id) => _links.Find(id, drafts: true) is { } link && link.Tenant == tenant ? link : null;

    private void Replace(List<LinkUse> removed, LinkUse use)
    {
        _rows.Put(use.InvitationId, use);
        _uses.Put(use.LinkId, Uses(use.LinkId, drafts: true).With(removed, [use]));
        foreach (var key in KeysOf(use))
            _persons.Put(key, use);
    }

    private static IEnumerable<LinkUseKey> KeysOf(LinkUse use)
    {
        if (use.UserId is { } userId)
            yield return new(use.LinkId, new(userId, IsAttempt: false));
        if (use.Attempt is { } attempt)
            yield return new(use.LinkId, new(attempt, IsAttempt: true));
    }

    private static bool IsMatch(LinkStoreQuery query, InvitationLink link) =>
        link.Tenant == query.Tenant
        && (query.IsActive is null || query.IsActive == link.IsActive)
        && (query.InvitedBy is null || Same(query.InvitedBy, link.InvitedBy))
        && (query.Visibility is not { } visibility || Same(visibility.InvitedBy, link.InvitedBy)
            || link.Grant.Groups.Any(group => visibility.Groups.Contains(group, StringComparer.Ordinal)))
        && (query.After is not { At: { } at } after || PlaceOf(link).CompareTo(new(at, after.Id)) < 0);

    private static Place PlaceOf(InvitationLink link) => new(link.CreatedAt, link.Id);

    private static bool Same(string x, string y) => string.Equals(x, y, StringComparison.Ordinal);
}
