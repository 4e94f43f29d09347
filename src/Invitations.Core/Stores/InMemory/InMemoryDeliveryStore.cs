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

    public Task<IReadOnlyList<Invitation>> FindInvitationsAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        return session.ReadAsync<IReadOnlyList<Invitation>>(
            drafts =>
            [
                .. deliveries
                    .DistinctBy(delivery => (delivery.Tenant, delivery.InvitationId))
                    .Select(delivery => session.Database.Invitations.Find(delivery.InvitationId, drafts) is { } found && found.Tenant == delivery.Tenant ? found : null)
                    .OfType<Invitation>(),
            ],
            cancellationToken);
    }

    public Task<IReadOnlyList<Delivery>> ListOfManyAsync(IReadOnlyCollection<InvitationReference> invitations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        return session.ReadAsync<IReadOnlyList<Delivery>>(
            drafts => [.. invitations.Distinct().SelectMany(invitation => _deliveries.Of(invitation.Tenant, invitation.InvitationId, drafts))], cancellationToken);
    }

    public Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return session.WriteAsync<IReadOnlyCollection<Guid>>(() => _deliveries.Report(reports), cancellationToken);
    }

    public Task<int> CancelAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        return session.WriteAsync(() => _deliveries.Cancel(tenant, invitationIds, at), cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListFailedAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var failed = await session.ReadAsync(drafts => Failed(query, after, drafts), cancellationToken).ConfigureAwait(false);
        return failed;
    }

    public Task<int> RequeueFailedAsync(FailedDeliveryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.WriteAsync(
            () =>
            {
                var failed = Failed(query, null, drafts: true);
                _deliveries.Replace(failed, failed.ConvertAll(delivery => delivery with
                {
                    Status = DeliveryStatus.Waiting,
                    DueAt = query.Now,
                    Attempts = 0,
                    LeasedUntil = null,
                    EndedAt = null,
                    LastError = null,
                    Reported = null,
                    ReportedAt = null,
                }));
                return failed.Count;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<ChannelBacklog>> ReadBacklogAsync(BacklogQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<ChannelBacklog>>(drafts => [.. query.Channels.Select(channel => Backlog(channel, query, drafts))], cancellationToken);
    }

    private ChannelBacklog Backlog(string channel, BacklogQuery query, bool drafts) => new()
    {
        Channel = channel,
        Waiting = _deliveries.Due(channel, query.Now, drafts).Take(query.CountUpTo).Count(),
        OldestDueAt = _deliveries.Due(channel, query.Now, drafts).Select(delivery => (DateTimeOffset?)delivery.DueAt).Min(),
        Failed = _deliveries.All(drafts)
            .Where(delivery => delivery.Status is DeliveryStatus.Failed && delivery.EndedAt >= query.FailedSince
                && string.Equals(delivery.Channel, channel, StringComparison.Ordinal))
            .Take(query.CountUpTo)
            .Count(),
    };

    private List<Delivery> Failed(FailedDeliveryQuery query, DeliveryKeyset? after, bool drafts) =>
    [
        .. _deliveries.All(drafts)
            .Where(delivery => delivery.Status is DeliveryStatus.Failed && IsMeant(query, delivery) && IsWanted(delivery, query.Now, drafts))
            .Select(delivery => (Place: new Place(delivery.EndedAt ?? delivery.CreatedAt, delivery.Id), Delivery: delivery))
            .Where(failed => after is not { } place || failed.Place.CompareTo(new(place.EndedAt, place.Id)) > 0)
            .OrderBy(failed => failed.Place)
            .Take(Math.Max(0, query.Take))
            .Select(failed => failed.Delivery),
    ];

    private bool IsWanted(Delivery delivery, DateTimeOffset now, bool drafts) =>
        session.Database.Invitations.Find(delivery.InvitationId, drafts) is { } invitation
        && invitation.Tenant == delivery.Tenant
        && delivery.Purpose.IsWanted(delivery, invitation, now);

    private static bool IsMeant(FailedDeliveryQuery query, Delivery delivery) =>
        (query.Tenant is null || query.Tenant == delivery.Tenant)
        && (query.Channel is null || string.Equals(query.Channel, delivery.Channel, StringComparison.Ordinal))
        && (query.Since is null || delivery.EndedAt >= query.Since)
        && (query.Until is null || delivery.EndedAt <= query.Until);
}
