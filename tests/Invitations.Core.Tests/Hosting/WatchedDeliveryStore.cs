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

    public async Task<IReadOnlyList<Invitation>> FindInvitationsAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.FindInvitations", deliveries);
        return await inner.FindInvitationsAsync(deliveries, cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListOfManyAsync(IReadOnlyCollection<InvitationReference> invitations, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.ListOfMany", invitations);
        return await inner.ListOfManyAsync(invitations, cancellationToken);
    }

    public async Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.Report", reports);
        return await inner.ReportAsync(reports, cancellationToken);
    }

    public async Task<IReadOnlyList<ChannelBacklog>> ReadBacklogAsync(BacklogQuery query, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Deliveries.ReadBacklog", query);
        return await inner.ReadBacklogAsync(query, cancellationToken);
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
