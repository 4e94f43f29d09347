namespace Invitations.Stores.InMemory;

internal sealed class InMemoryDeliveryStore(InMemorySession session) : IDeliveryStore
{
    private readonly DeliveryTable _deliveries = session.Database.Deliveries;

    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        return session.WriteAsync(
            () =>
            {
                _deliveries.Add(deliveries);
                return deliveries.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken)
    {
        var found = await session.ReadAsync(drafts => _deliveries.Of(tenant, invitationId, drafts), cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id)];
    }

    public Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return session.WriteAsync<IReadOnlyList<Delivery>>(() => _deliveries.Claim(claim), cancellationToken);
    }

    public Task<bool> ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return session.WriteAsync(() => _deliveries.Report(report), cancellationToken);
    }

    public Task<int> CancelAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        return session.WriteAsync(() => _deliveries.Cancel(tenant, invitationIds, at), cancellationToken);
    }
}
