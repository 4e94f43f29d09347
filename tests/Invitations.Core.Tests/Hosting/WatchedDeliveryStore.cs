using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedDeliveryStore(IDeliveryStore inner, StoreCalls calls) : IDeliveryStore
{
    public async Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.Add", deliveries);
        await inner.AddAsync(deliveries, cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.List", invitationId);
        return await inner.ListAsync(tenant, invitationId, cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.Claim", claim);
        return await inner.ClaimAsync(claim, cancellationToken);
    }

    public async Task<bool> ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.Report", report);
        return await inner.ReportAsync(report, cancellationToken);
    }

    public async Task<int> CancelAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.Cancel", invitationIds);
        return await inner.CancelAsync(tenant, invitationIds, at, cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListFailedAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.ListFailed", query);
        return await inner.ListFailedAsync(query, after, cancellationToken);
    }

    public async Task<int> RequeueFailedAsync(FailedDeliveryQuery query, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.RequeueFailed", query);
        return await inner.RequeueFailedAsync(query, cancellationToken);
    }
}
