namespace Invitations.Stores.InMemory;

/// <summary>What all sessions share: the committed rows, the drafts of the one transaction that writes, and the gate to be that one.</summary>
/// <remarks>
/// Behaves like SQLite in WAL mode. Every access to a table holds <see cref="Sync"/>, for as long as one statement takes and never across an
/// await; only the holder of the gate makes drafts. So readers see what is committed, and never wait for a transaction.
/// </remarks>
internal sealed class InMemoryDatabase(TimeProvider time) : IDisposable
{
    internal static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);

    public Lock Sync { get; } = new();

    public InvitationTable Invitations { get; } = new();

    public DeliveryTable Deliveries { get; } = new();

    public Table<Guid, AuditEntry[]> Audit { get; } = new();

    public Table<Guid, AuditEntry> OtherAudit { get; } = new();

    public Table<IdempotencyKey, IdempotencyRecord> Idempotency { get; } = new();

    public AttemptTable Attempts { get; } = new();

    public SeatTable Seats { get; } = new();

    public Table<Guid, AuditEntry[]> LinkAudit { get; } = new();

    public LinkTable Links { get; } = new();

    public QuotaTable Quotas { get; } = new();

    public BatchTable Batches { get; } = new();

    public BatchRowTable BatchRows { get; } = new();

    public Table<SuppressionKey, Suppression> Suppressions { get; } = new();

    /// <summary>The tenants that have invitations or batches, in ordinal order.</summary>
    public IEnumerable<TenantId> Tenants(bool drafts) => Invitations.Tenants(drafts)
        .Concat(Batches.All(drafts).Select(row => row.Batch.Tenant))
        .Distinct()
        .OrderBy(tenant => tenant.Value, StringComparer.Ordinal);

    /// <summary>Appends entries to the trails of their invitations and links, and those without one by themselves.</summary>
    public void Append(IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.InvitationId is { } invitationId)
                Append(Audit, invitationId, entry);
            if (entry.LinkId is { } linkId)
                Append(LinkAudit, linkId, entry);
            if (entry is { InvitationId: null, LinkId: null })
                OtherAudit.Put(entry.Id, entry);
        }
    }

    /// <summary>Waits to be the one writer.</summary>
    /// <exception cref="TimeoutException">Another one has been writing for 30 seconds.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_gate.Wait(0, CancellationToken.None))
            return;
        using var limit = new CancellationTokenSource(WaitLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _gate.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException(
                $"The in-memory store waited {WaitLimit.TotalSeconds:0} seconds for another transaction to end. Most likely a handler that is called " +
                "inside a transaction writes through another service scope, which waits for that very transaction: let it use the services of " +
                "the scope that it was made in.");
        }
    }

    /// <summary>Lets the next writer in.</summary>
    public void Leave() => _gate.Release();

    public void Commit()
    {
        Invitations.Commit();
        Deliveries.Commit();
        Audit.Commit();
        OtherAudit.Commit();
        Idempotency.Commit();
        Attempts.Commit();
        Seats.Commit();
        LinkAudit.Commit();
        Links.Commit();
        Quotas.Commit();
        Batches.Commit();
        BatchRows.Commit();
        Suppressions.Commit();
    }

    public void Rollback()
    {
        Invitations.Rollback();
        Deliveries.Rollback();
        Audit.Rollback();
        OtherAudit.Rollback();
        Idempotency.Rollback();
        Attempts.Rollback();
        Seats.Rollback();
        LinkAudit.Rollback();
        Links.Rollback();
        Quotas.Rollback();
        Batches.Rollback();
        BatchRows.Rollback();
        Suppressions.Rollback();
    }

    /// <summary>Deletes rows of a tenant from every table that has any, invitations first; counters of attempts and messages name no tenant.</summary>
    /// <returns>How many.</returns>
    public int Purge(TenantId tenant, int take)
    {
        var invitations = Invitations.Orders(tenant, drafts: true).ByCreation.After(null).Take(Math.Max(0, take)).ToList();
        Invitations.Remove(invitations);
        var left = take - invitations.Count;
        left -= Batches.Purge(tenant, left);
        left -= BatchRows.Purge(tenant, left);
        var deliveries = left <= 0 ? [] : Deliveries.All(drafts: true).Where(delivery => delivery.Tenant == tenant).Take(left).ToList();
        Deliveries.Remove(deliveries);
        left -= deliveries.Count;
        left -= Audit.Remove(trail => trail[0].Tenant == tenant, left).Count;
        left -= LinkAudit.Remove(trail => trail[0].Tenant == tenant, left).Count;
        left -= OtherAudit.Remove(entry => entry.Tenant == tenant, left).Count;
        left -= Idempotency.Remove(record => record.Tenant == tenant, left).Count;
        left -= Seats.Purge(tenant, left);
        left -= Links.Purge(tenant, left);
        left -= Suppressions.Remove(suppression => suppression.Scope.Tenant == tenant, left).Count;
        return take - left;
    }

    public void Dispose() => _gate.Dispose();

    private static void Append(Table<Guid, AuditEntry[]> trails, Guid id, AuditEntry entry) =>
        trails.Put(id, [.. trails.Find(id, drafts: true) ?? [], entry]);
}
