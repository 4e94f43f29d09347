namespace Invitations;

/// <summary>Finds the accounts that the host already has. Without one, nobody has an account.</summary>
/// <remarks>Called once a chunk. Let exceptions propagate: nothing is invited without an answer.</remarks>
public interface IAccountDirectory
{
    /// <summary>Finds the accounts that match any of the values.</summary>
    /// <param name="query">The values.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Each matching account once, in any order; empty where there is none.</returns>
    ValueTask<IReadOnlyCollection<Account>> FindAsync(AccountQuery query, CancellationToken cancellationToken);
}
