namespace Invitations.Stores;

/// <summary>Counts the taken seats of tenants, one counter for each kind.</summary>
/// <remarks>
/// A counter that is not there yet is made by the first write and begins with the pending invitations (<see cref="InvitationStatus.Pending"/>, expired by
/// the clock or not) of its tenant and kind. Called only where the host has an <see cref="ISeatPlan"/>.
/// </remarks>
public interface ISeatStore
{
    /// <summary>
    /// Moves the counters of one tenant, each by one conditional statement: first <see cref="SeatMove.Free"/> seats are freed, but no more than are taken;
    /// then as many of <see cref="SeatMove.Take"/> are taken as <see cref="SeatMove.Limit"/> leaves. Of several callers at once no more get a seat than there
    /// are. Inside a transaction a counter that was moved, if only by 0, is locked to others until its end.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="moves">The moves, at most one for each kind, in the order of <see cref="GrantKind"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What came of each move, in the same order.</returns>
    Task<IReadOnlyList<SeatGrant>> MoveAsync(TenantId tenant, IReadOnlyList<SeatMove> moves, CancellationToken cancellationToken);

    /// <summary>Sets a counter to a number of used seats and those of the pending invitations on top, counted while the counter is locked.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Members or guests.</param>
    /// <param name="used">The number of members or guests, 0 or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken);

    /// <summary>Reads the counters of a tenant, and counts its pending invitations.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One tally for each kind, in the order of <see cref="GrantKind"/>. Where there is no counter yet, what it would begin with.</returns>
    Task<IReadOnlyList<SeatTally>> ReadAsync(TenantId tenant, CancellationToken cancellationToken);
}
