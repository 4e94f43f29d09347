namespace Invitations.Stores;

/// <summary>Lists the invitations of one tenant, page by page.</summary>
/// <remarks>
/// Rows with equal instants come in the order of their ids, whichever order of ids the store has, as long as it is always the same one: with
/// <see cref="InvitationStoreQuery.After"/> each row comes exactly once. A null or empty <see cref="InvitationFilter.Search"/> restricts nothing;
/// otherwise e-mail address, phone number, value of the identifier, first name, last name, the two with a space between, or employee id contains it
/// literally: no character of it is a wildcard.
/// </remarks>
public interface IInvitationQueryStore
{
    /// <summary>Reads one page.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="InvitationStoreQuery.Take"/> invitations in the order asked for.</returns>
    Task<IReadOnlyList<Invitation>> ListAsync(InvitationStoreQuery query, CancellationToken cancellationToken);
}
