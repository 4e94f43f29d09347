namespace Invitations.Stores;

/// <summary>Finds what is kept about people, and lets go of it. Every call is bounded.</summary>
public interface IPersonalDataStore
{
    /// <summary>Lists the tenants that have invitations or batches, in an order that is always the same.</summary>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="take">The most tenants.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<TenantId>> ListTenantsAsync(TenantId? after, int take, CancellationToken cancellationToken);

    /// <summary>Finds the invitations of a person in whatever status, by a value that an invitation has in its <see cref="Recipient"/>, oldest id first.</summary>
    /// <param name="tenant">The tenant, or null for all.</param>
    /// <param name="key">The address, phone number, identifier or account; a birthday too, although it is no unique one.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="take">The most invitations.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The key is of a kind that is not in a recipient: an employee id or a code.</exception>
    Task<IReadOnlyList<Invitation>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, Guid? after, int take, CancellationToken cancellationToken);

    /// <summary>Finds invitations that ended by an instant and are not anonymous yet, the longest ended first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<InvitationVersion>> FindEndedAsync(EndedQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes deliveries of a tenant that ended by an instant, sent, failed or cancelled.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="endedBy">The latest end.</param>
    /// <param name="take">The most deliveries; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted; fewer than <paramref name="take"/> where none is left.</returns>
    Task<int> DeleteDeliveriesAsync(TenantId tenant, DateTimeOffset endedBy, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes rows of a tenant, whatever they are: invitations first, so that no link or code of theirs opens anything, then batches, so that nothing more is sent, then everything else that
    /// names the tenant, the trail and idempotency records too.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="take">The most rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many rows were deleted; 0 where nothing of the tenant is left.</returns>
    Task<int> PurgeTenantAsync(TenantId tenant, int take, CancellationToken cancellationToken);
}
