namespace Invitations.Stores;

/// <summary>Keeps links for many people and who came by them, and decides who still can.</summary>
/// <remarks>
/// <see cref="InvitationLink.UseCount"/> is always the number of the link's uses: nothing but <see cref="TryUseAsync"/> changes it. Every text is
/// compared ordinally. Outside an <see cref="IStoreTransaction"/> each call is a transaction of its own. Implementations let exceptions propagate.
/// </remarks>
public interface IInvitationLinkStore
{
    /// <summary>Adds a link without uses. An id that exists already, in whatever tenant, is a bug of the caller: an exception, and nothing is overwritten.</summary>
    /// <param name="link">The link; its count of uses is 0.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AddAsync(InvitationLink link, CancellationToken cancellationToken);

    /// <summary>Finds a link of a tenant.</summary>
    /// <param name="tenant">The tenant; a link of another one is not found.</param>
    /// <param name="id">The link.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InvitationLink?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>Finds the link of a token whose signature has been verified, whatever its tenant.</summary>
    /// <param name="id">The id from the token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InvitationLink?> FindByTokenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Lists the links of a tenant, the newest first, page by page.</summary>
    /// <remarks>Links that were made at the same instant come in the order of their ids, whichever order of ids the store has, as long as it is always the same one.</remarks>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="LinkStoreQuery.Take"/> links.</returns>
    Task<IReadOnlyList<InvitationLink>> ListAsync(LinkStoreQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a link by one conditional statement: only where id, tenant and version are the expected ones. The count of uses stays as it is
    /// stored, whatever the updated link says.
    /// </summary>
    /// <param name="updated">The link as it shall be. Its version is one above the expected one; id, tenant and creation do not change.</param>
    /// <param name="expectedVersion">The version that it must still have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the link is gone or has another version: nothing changed.</returns>
    Task<bool> TryChangeAsync(InvitationLink updated, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>
    /// Takes one use of a link: counts it by one conditional statement (the version as expected, on, not expired, the cap not reached) and adds its
    /// row. Of any number of callers at once no more than the cap get one, and nobody gets two.
    /// </summary>
    /// <param name="request">Who, of which link.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of it; anything but <see cref="LinkUseOutcome.Taken"/> has written nothing.</returns>
    Task<LinkUseOutcome> TryUseAsync(LinkUseRequest request, CancellationToken cancellationToken);

    /// <summary>Writes down whose account it became, in the transaction that took the use for somebody who was signing up.</summary>
    /// <param name="use">The use, taken without a user.</param>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where that user has a use of the link already, or the use is gone or has a user: nothing was written.</returns>
    Task<bool> TrySetUserAsync(LinkUse use, string userId, CancellationToken cancellationToken);

    /// <summary>Finds the use that somebody has taken.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="person">The user, or the attempt of somebody who was signing up.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkUse?> FindUseAsync(TenantId tenant, Guid linkId, LinkPerson person, CancellationToken cancellationToken);

    /// <summary>Lists the uses of a link, the oldest first, page by page.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="after">The last use of the page before, or null for the first page.</param>
    /// <param name="take">The most rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LinkUse>> ListUsesAsync(TenantId tenant, Guid linkId, LinkUse? after, int take, CancellationToken cancellationToken);
}
