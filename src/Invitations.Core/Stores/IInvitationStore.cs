namespace Invitations.Stores;

/// <summary>Keeps invitations and decides races between their writers.</summary>
/// <remarks>
/// The store checks nothing but what is said here: validation, policies and secrets are above it. Every text is compared ordinally.
/// Outside an <see cref="IStoreTransaction"/> each call is a transaction of its own. Implementations let exceptions propagate.
/// </remarks>
public interface IInvitationStore
{
    /// <summary>Finds invitations of one tenant by id.</summary>
    /// <param name="tenant">The tenant; an invitation of another one is not found.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that exist, in any order.</returns>
    Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Finds the invitation of a token whose signature has been verified, whatever its tenant.</summary>
    /// <param name="id">The id from the token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Finds the invitation with an access code.</summary>
    /// <param name="tenant">The tenant, or null where the code is long enough to be looked up across tenants.</param>
    /// <param name="lookups">The look-up hashes of the code, one for each key of the ring.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The invitation in whatever status; the open one first where an ended one has the same hash.</returns>
    Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken);

    /// <summary>Finds the open invitations (see <see cref="InvitationLifecycle.IsOpen"/>) of a tenant that hold any of the keys, expired by the clock or not.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="keys">The keys; a whole chunk's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Each invitation once, in any order.</returns>
    Task<IReadOnlyList<Invitation>> FindOpenAsync(TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Adds invitations. An open one with a <see cref="UniqueKey"/> that an open invitation of the tenant holds is left out and reported, and the others
    /// go in. One that has ended holds no key. An id that exists already, in whatever tenant, is a bug of the caller: an exception, and nothing is overwritten.
    /// </summary>
    /// <param name="invitations">The invitations, of one tenant; two of them do not share a key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One conflict for each invitation left out, in their order, with the first of its keys, in the order of <see cref="UniqueKeyKind"/>, that is held; empty where all went in.</returns>
    Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken);

    /// <summary>
    /// Changes invitations one after the other, each by one conditional statement: only where id, tenant, version and status are the expected ones
    /// and, if asked for, it has not expired. Of several callers with the same expectation exactly one wins. The keys follow: what the updated one
    /// holds is taken, what it holds no longer is free, for the next change of the same call too.
    /// </summary>
    /// <param name="changes">The changes, of one tenant, each to another invitation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of each change, in the same order.</returns>
    Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken);

    /// <summary>
    /// Ends one open invitation by one conditional statement, as <see cref="ChangeAsync"/> changes it. Where it ends, its waiting deliveries are
    /// cancelled at <see cref="Invitation.EndedAt"/> as <see cref="IDeliveryStore.CancelAsync"/> does it, and the entry is appended, all or nothing.
    /// </summary>
    /// <param name="ending">The end.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it ended. Where not, nothing was written.</returns>
    Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken);
}
