namespace Invitations.Stores;

/// <summary>Finds what the clock has made due, across all tenants, and moves it on. Any number of nodes may call it at once.</summary>
/// <remarks>Each call is bounded, by an index on the instant.</remarks>
public interface IDueStore
{
    /// <summary>
    /// Finds invitations whose stored status is pending or awaiting approval and whose expiry has come, the longest expired first. They are ended by
    /// <see cref="IInvitationSetStore.EndAsync"/>, where one caller wins each.
    /// </summary>
    /// <param name="now">The present instant.</param>
    /// <param name="take">The most invitations; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Invitation>> FindExpiredAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Finds pending invitations whose <see cref="Invitation.ReminderDueAt"/> has come, expired by the clock or not, the longest due first. Called in
    /// the transaction that moves them on: what another transaction is just working off is passed over where the database can.
    /// </summary>
    /// <param name="now">The present instant.</param>
    /// <param name="take">The most invitations; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Invitation>> FindDueRemindersAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the next reminder of invitations, each only where it is still pending and has the version that it was found with; the version counts up. Of
    /// several callers with the same expectation exactly one wins.
    /// </summary>
    /// <param name="moves">The invitations, of any tenants, each once.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that were moved, in any order.</returns>
    Task<IReadOnlyCollection<Guid>> MoveRemindersAsync(IReadOnlyList<ReminderMove> moves, CancellationToken cancellationToken);
}
