namespace Invitations.Stores.InMemory;

/// <summary>The invitations with everything by which they are found. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class InvitationTable : ITable
{
    private readonly Table<Guid, Invitation> _rows = new();
    private readonly Table<OpenKey, Invitation> _open = new();
    private readonly Table<string, Invitation[]> _codes = new();
    private readonly Table<TenantId, InvitationOrders> _orders = new();
    private readonly Table<int, DueInvitations> _due = new();

    // Every tenant that ever had an invitation, rolled back or not.
    private readonly HashSet<TenantId> _tenants = [];

    // The keys of the invitation at hand.
    private readonly List<OpenKey> _keys = [];

    public Invitation? Find(Guid id, bool drafts) => _rows.Find(id, drafts);

    public Invitation? FindOpen(TenantId tenant, UniqueKey key, bool drafts) => _open.Find(new(tenant, key), drafts);

    /// <summary>The open invitations of all tenants that hold any of the keys. Asks each tenant, which costs less than a second index would.</summary>
    public IEnumerable<Invitation> FindOpen(IReadOnlyCollection<UniqueKey> keys, bool drafts) => _tenants
        .SelectMany(tenant => keys.Select(key => FindOpen(tenant, key, drafts)))
        .OfType<Invitation>()
        .DistinctBy(invitation => invitation.Id);

    public ReadOnlySpan<Invitation> FindByCode(string lookup, bool drafts) => _codes.Find(lookup, drafts);

    public InvitationOrders Orders(TenantId tenant, bool drafts) => _orders.Find(tenant, drafts) ?? InvitationOrders.Empty;

    public DueInvitations Due(bool drafts) => _due.Find(0, drafts) ?? DueInvitations.Empty;

    /// <summary>All invitations, in no order.</summary>
    public IEnumerable<Invitation> All(bool drafts) => _rows.Rows(drafts);

    /// <summary>The tenants that have invitations, in ordinal order.</summary>
    public IEnumerable<TenantId> Tenants(bool drafts) =>
        _orders.Pairs(drafts).Select(pair => pair.Key).OrderBy(tenant => tenant.Value, StringComparer.Ordinal);

    public List<AddConflict> Add(IReadOnlyList<Invitation> invitations)
    {
        var conflicts = new List<AddConflict>();
        var added = new List<Invitation>(invitations.Count);
        for (var i = 0; i < invitations.Count; i++)
        {
            var invitation = invitations[i];
            if (_rows.Find(invitation.Id, drafts: true) is not null)
                throw new ArgumentException($"The invitation {invitation.Id} exists already.", nameof(invitations));
            CollectKeys(invitation);
            if (TakenKey(invitation) is { } kind)
            {
                conflicts.Add(new(i, kind));
                continue;
            }

            Index(invitation);
            added.Add(invitation);
        }

        Order([], added);
        return conflicts;
    }

    public List<ChangeOutcome> Change(IReadOnlyList<InvitationChange> changes)
    {
        var outcomes = new List<ChangeOutcome>(changes.Count);
        var (removed, added) = (new List<Invitation>(changes.Count), new List<Invitation>(changes.Count));
        foreach (var change in changes)
        {
            var outcome = Judge(change, out var current);
            outcomes.Add(outcome);
            if (outcome != ChangeOutcome.Applied || current is null)
                continue;
            Unindex(current);
            CollectKeys(change.Updated);
            Index(change.Updated);
            removed.Add(current);
            added.Add(change.Updated);
        }

        Order(removed, added);
        return outcomes;
    }

    /// <summary>Puts changed invitations in the place of others, whose keys are free then; what they hold themselves nobody else may hold.</summary>
    public void Replace(List<Invitation> before, List<Invitation> after)
    {
        before.ForEach(Unindex);
        foreach (var invitation in after)
        {
            CollectKeys(invitation);
            Index(invitation);
        }

        Order(before, after);
    }

    public void Remove(List<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            Unindex(invitation);
            _rows.Remove(invitation.Id);
        }

        Order(invitations, []);
    }

    public void Commit()
    {
        _rows.Commit();
        _open.Commit();
        _codes.Commit();
        _orders.Commit();
        _due.Commit();
    }

    public void Rollback()
    {
        _rows.Rollback();
        _open.Rollback();
        _codes.Rollback();
        _orders.Rollback();
        _due.Rollback();
    }

    private ChangeOutcome Judge(InvitationChange change, out Invitation? current)
    {
        var updated = change.Updated;
        current = _rows.Find(updated.Id, drafts: true);
        if (current is null || current.Tenant != updated.Tenant || current.Version != change.ExpectedVersion || current.Status != change.ExpectedStatus)
            return ChangeOutcome.Stale;
        if (change.UnexpiredAt is { } instant && current.ExpiresAt <= instant)
            return ChangeOutcome.Stale;
        CollectKeys(updated);
        return TakenKey(updated) is null ? ChangeOutcome.Applied : ChangeOutcome.KeyTaken;
    }

    /// <summary>Leaves the keys that an invitation holds in <see cref="_keys"/>.</summary>
    private void CollectKeys(Invitation invitation)
    {
        _keys.Clear();
        if (!InvitationLifecycle.IsOpen(invitation.Status))
            return;
        foreach (var key in UniqueKey.Of(invitation))
            _keys.Add(new(invitation.Tenant, key));
    }

    private UniqueKeyKind? TakenKey(Invitation invitation)
    {
        foreach (var key in _keys)
        {
            if (_open.Find(key, drafts: true) is { } holder && holder.Id != invitation.Id)
                return key.Kind;
        }

        return null;
    }

    private void Index(Invitation invitation)
    {
        _rows.Put(invitation.Id, invitation);
        _tenants.Add(invitation.Tenant);
        foreach (var key in _keys)
            _open.Put(key, invitation);
        if (invitation.CodeLookup is { } code)
            _codes.Put(code, [.. _codes.Find(code, drafts: true) ?? [], invitation]);
    }

    private void Unindex(Invitation invitation)
    {
        CollectKeys(invitation);
        foreach (var key in _keys)
            _open.Remove(key);
        if (invitation.CodeLookup is not { } code || _codes.Find(code, drafts: true) is not { } holders)
            return;
        if (holders.Length == 1)
            _codes.Remove(code);
        else
            _codes.Put(code, Array.FindAll(holders, holder => holder.Id != invitation.Id));
    }

    private void Order(List<Invitation> removed, List<Invitation> added)
    {
        if (added.Count == 0 && removed.Count == 0)
            return;
        _due.Put(0, Due(drafts: true).With(removed, added));
        var tenant = (added.Count > 0 ? added : removed)[0].Tenant;
        if (added.TrueForAll(invitation => invitation.Tenant == tenant) && removed.TrueForAll(invitation => invitation.Tenant == tenant))
        {
            Order(tenant, removed, added);
            return;
        }

        foreach (var one in added.Concat(removed).Select(invitation => invitation.Tenant).Distinct().ToList())
        {
            bool IsOfTenant(Invitation invitation) => invitation.Tenant == one;
            Order(one, removed.FindAll(IsOfTenant), added.FindAll(IsOfTenant));
        }
    }

    private void Order(TenantId tenant, List<Invitation> removed, List<Invitation> added)
    {
        var orders = Orders(tenant, drafts: true).With(removed, added);
        if (orders.IsEmpty)
            _orders.Remove(tenant);
        else
            _orders.Put(tenant, orders);
    }
}
