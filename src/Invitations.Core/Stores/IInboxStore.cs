namespace Invitations.Stores;

/// <summary>Finds what is open for a person, whichever tenants invited.</summary>
public interface IInboxStore
{
    /// <summary>Finds the pending invitations of all tenants that hold any of the keys and have not expired.</summary>
    /// <param name="query">The keys, the instant, how many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Each invitation once, the latest issued first; with equal instants in the order of their ids.</returns>
    Task<IReadOnlyList<Invitation>> FindAsync(InboxQuery query, CancellationToken cancellationToken);
}
