namespace Invitations;

/// <summary>Says what becomes of the open invitations of somebody who leaves the tenant, or may not invite any more.</summary>
/// <remarks>
/// To be called by the host when it removes a member or takes a level or a role away. Ended invitations are not touched. Staged batches go the same way: they are
/// withdrawn, or the successor answers for them from then on.
/// </remarks>
public interface IInviterDepartures
{
    /// <summary>Keeps, revokes or hands over, in chunks, each in one transaction with the same number of calls to the store whatever its size.</summary>
    /// <remarks>
    /// Nothing is handed over that the successor could not make, and nothing that the actor could not. Doing it again changes what is left.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="departure">Who left, and what becomes of the invitations.</param>
    /// <param name="actor">Who says so: an organisation admin or a trusted system.</param>
    /// <param name="cancellationToken">Ends the call; chunks that are done stay done.</param>
    Task<InviterDepartureResult> SettleAsync(TenantId tenant, InviterDeparture departure, Inviter actor, CancellationToken cancellationToken = default);
}
