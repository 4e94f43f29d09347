namespace Invitations;

/// <summary>Lists messages that were given up, and queues them again: after an outage of a provider, by one call.</summary>
/// <remarks>
/// For the operators of the host: nobody's authority is asked. Only what is still wanted is listed and queued: the invitation is pending,
/// not expired, and has not got a new secret since. A notice of an acceptance is wanted as long as it is known who has accepted.
/// </remarks>
public interface IFailedDeliveries
{
    /// <summary>Lists them, the longest failed first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="pageSize">The most of a page, 1 to 500; a value outside is taken to the nearest bound.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Delivery>> ListAsync(
        FailedDeliveryFilter filter, Delivery? after = null, int pageSize = 50, CancellationToken cancellationToken = default);

    /// <summary>Queues them again, with all attempts before them. In chunks of <see cref="MaintenanceOptions.BatchSize"/>, each in a transaction of its own.</summary>
    /// <param name="filter">Which; those that fail while this runs are not meant.</param>
    /// <param name="cancellationToken">Ends the call; what was queued stays queued.</param>
    /// <returns>How many.</returns>
    Task<int> RequeueAsync(FailedDeliveryFilter filter, CancellationToken cancellationToken = default);
}
