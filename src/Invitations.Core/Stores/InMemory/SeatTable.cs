namespace Invitations.Stores.InMemory;

/// <summary>The counters of taken seats. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class SeatTable : ITable
{
    private readonly Table<SeatKey, SeatCounter> _counters = new();

    public SeatGrant Move(InvitationTable invitations, TenantId tenant, SeatMove move)
    {
        var taken = Math.Max(0, TakenOf(invitations, new(tenant, move.Kind), drafts: true) - move.Free);
        var granted = move.Limit is { } limit ? Math.Min(move.Take, Math.Max(0, limit - taken)) : move.Take;
        _counters.Put(new(tenant, move.Kind), new(taken + granted));
        return new(granted, taken + granted);
    }

    public void SetUsed(InvitationTable invitations, TenantId tenant, GrantKind kind, int used)
    {
        var key = new SeatKey(tenant, kind);
        _counters.Put(key, new(used + Pending(invitations, key, drafts: true)));
    }

    public SeatTally Read(InvitationTable invitations, TenantId tenant, GrantKind kind, bool drafts)
    {
        var key = new SeatKey(tenant, kind);
        return new(kind, TakenOf(invitations, key, drafts), Pending(invitations, key, drafts));
    }

    public int Purge(TenantId tenant, int take)
    {
        var counters = new[] { GrantKind.Member, GrantKind.Guest }
            .Select(kind => new SeatKey(tenant, kind))
            .Where(key => _counters.Find(key, drafts: true) is not null)
            .Take(Math.Max(0, take))
            .ToList();
        counters.ForEach(_counters.Remove);
        return counters.Count;
    }

    public void Commit() => _counters.Commit();

    public void Rollback() => _counters.Rollback();

    /// <summary>A counter that is not there yet begins with the pending invitations.</summary>
    private int TakenOf(InvitationTable invitations, SeatKey key, bool drafts) =>
        _counters.Find(key, drafts)?.Taken ?? Pending(invitations, key, drafts);

    private static int Pending(InvitationTable invitations, SeatKey key, bool drafts) => invitations.Orders(key.Tenant, drafts).ByCreation.After(null)
        .Count(invitation => invitation.Status is InvitationStatus.Pending && invitation.Grant.Kind == key.Kind);
}
