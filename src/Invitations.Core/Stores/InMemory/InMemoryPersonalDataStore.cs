namespace Invitations.Stores.InMemory;

internal sealed class InMemoryPersonalDataStore(InMemorySession session) : IPersonalDataStore
{
    private readonly InMemoryDatabase _database = session.Database;

    public Task<IReadOnlyList<TenantId>> ListTenantsAsync(TenantId? after, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<TenantId>>(
            drafts =>
            [
                .. _database.Tenants(drafts)
                    .SkipWhile(tenant => after is { } last && string.CompareOrdinal(tenant.Value, last.Value) <= 0)
                    .Take(Math.Max(0, take)),
            ],
            cancellationToken);

    public Task<IReadOnlyList<Invitation>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, Guid? after, int take, CancellationToken cancellationToken)
    {
        if (key.Kind is UniqueKeyKind.EmployeeId or UniqueKeyKind.Code)
            throw new ArgumentException($"A recipient has no {key.Kind}.", nameof(key));
        return session.ReadAsync<IReadOnlyList<Invitation>>(
            drafts =>
            [
                .. _database.Invitations.All(drafts)
                    .Where(invitation => string.Equals(RecipientValues.Of(invitation.Recipient, key.Kind), key.Value, StringComparison.Ordinal))
                    .Where(invitation => (tenant is null || invitation.Tenant == tenant) && (after is not { } last || invitation.Id.CompareTo(last) > 0))
                    .OrderBy(invitation => invitation.Id)
                    .Take(Math.Max(0, take)),
            ],
            cancellationToken);
    }

    public Task<IReadOnlyList<InvitationVersion>> FindEndedAsync(EndedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<InvitationVersion>>(
            drafts =>
            [
                .. _database.Invitations.Orders(query.Tenant, drafts).ByEnd.After(null)
                    .TakeWhile(invitation => invitation.EndedAt <= query.EndedBy)
                    .Where(invitation => query.Statuses.Contains(invitation.Status))
                    .Take(Math.Max(0, query.Take))
                    .Select(invitation => new InvitationVersion(invitation.Id, invitation.Version)),
            ],
            cancellationToken);
    }

    public Task<int> DeleteDeliveriesAsync(TenantId tenant, DateTimeOffset endedBy, int take, CancellationToken cancellationToken) =>
        session.WriteAsync(
            () =>
            {
                var ended = _database.Deliveries.All(drafts: true)
                    .Where(delivery => delivery.Tenant == tenant && delivery.Status is not DeliveryStatus.Waiting && delivery.EndedAt <= endedBy)
                    .Take(Math.Max(0, take))
                    .ToList();
                _database.Deliveries.Remove(ended);
                return ended.Count;
            },
            cancellationToken);

    public Task<int> PurgeTenantAsync(TenantId tenant, int take, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _database.Purge(tenant, take), cancellationToken);
}
