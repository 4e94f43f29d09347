namespace Invitations.Stores;

/// <summary>The outbox: deliveries to be sent, claimed by workers on any number of nodes.</summary>
public interface IDeliveryStore
{
    /// <summary>Queues deliveries, as they are. An id that exists already is a bug of the caller: an exception.</summary>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    /// <summary>Lists the deliveries of one invitation, oldest first.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Delivery>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken);

    /// <summary>
    /// Claims waiting deliveries that are due and not leased (or whose lease has run out), the longest due first: sets the lease, and counts
    /// <see cref="Delivery.Attempts"/> and <see cref="Delivery.Fence"/> up. No two workers get the same one while a lease lasts.
    /// </summary>
    /// <param name="claim">How many, for how long.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The deliveries as claimed; empty where none is due.</returns>
    Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken);

    /// <summary>Finds the invitations of deliveries, of any tenants, as they are now: one statement, whatever the number of tenants.</summary>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Each invitation that exists in the tenant of its delivery, once, in any order.</returns>
    Task<IReadOnlyList<Invitation>> FindInvitationsAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken);

    /// <summary>Lists the deliveries of many invitations, of any tenants.</summary>
    /// <param name="invitations">The invitations.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Their deliveries, in any order.</returns>
    Task<IReadOnlyList<Delivery>> ListOfManyAsync(IReadOnlyCollection<InvitationReference> invitations, CancellationToken cancellationToken);

    /// <summary>
    /// Records what became of claimed deliveries and ends their leases, each where it is still waiting and the fence is still the worker's: one statement, or
    /// a constant number of them. A lease that has run out does no harm as long as nobody else has claimed since.
    /// </summary>
    /// <param name="reports">The outcomes, of any tenants, each about another delivery.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that were written, in any order. The others were cancelled, or their lease was lost.</returns>
    Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken);

    /// <summary>Cancels the waiting deliveries of invitations, leased ones too: their worker's report is refused.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="invitationIds">The invitations.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were cancelled.</returns>
    Task<int> CancelAsync(TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Lists failed deliveries, the longest failed first, those that failed at one instant by id.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Delivery>> ListFailedAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken);

    /// <summary>
    /// Queues failed deliveries again, the longest failed first: waiting, due at <see cref="FailedDeliveryQuery.Now"/>, without attempts, lease, end,
    /// error and provider's report. The fence stays, so that a late report of a former worker is refused.
    /// </summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were queued; fewer than <see cref="FailedDeliveryQuery.Take"/> where none is left.</returns>
    Task<int> RequeueFailedAsync(FailedDeliveryQuery query, CancellationToken cancellationToken);

    /// <summary>Says how much waits in channels, and how much was given up. Bounded: each number is counted up to <see cref="BacklogQuery.CountUpTo"/>, by an index.</summary>
    /// <param name="query">Which channels.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One for each channel of the query.</returns>
    Task<IReadOnlyList<ChannelBacklog>> ReadBacklogAsync(BacklogQuery query, CancellationToken cancellationToken);
}
