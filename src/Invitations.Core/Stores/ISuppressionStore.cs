namespace Invitations.Stores;

/// <summary>Keeps which addresses are not invited, as hashes. Every text is compared ordinally.</summary>
public interface ISuppressionStore
{
    /// <summary>Adds entries. One whose scope and hash are there already is left out, whatever else it says; of several callers at once one adds it.</summary>
    /// <param name="suppressions">The entries; two of them do not share scope and hash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were added.</returns>
    Task<int> AddAsync(IReadOnlyList<Suppression> suppressions, CancellationToken cancellationToken);

    /// <summary>Finds the entries of any of the scopes that have any of the hashes.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="hashes">The hashes; a whole chunk's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that exist, in any order.</returns>
    Task<IReadOnlyList<Suppression>> FindAsync(
        IReadOnlyCollection<SuppressionScope> scopes, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);

    /// <summary>Removes an entry.</summary>
    /// <param name="scope">The scope; an entry of another one is not found.</param>
    /// <param name="id">The entry.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry as it was, or null where there was none. Of several callers at once one gets it.</returns>
    Task<Suppression?> RemoveAsync(SuppressionScope scope, Guid id, CancellationToken cancellationToken);

    /// <summary>Lists the entries of one scope in the order of their ids, whichever order of ids the store has, as long as it is always the same one.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="take">The most entries; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Suppression>> ListAsync(SuppressionScope scope, Guid? after, int take, CancellationToken cancellationToken);
}
