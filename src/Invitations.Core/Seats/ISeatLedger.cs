namespace Invitations;

/// <summary>The seats of tenants: shows them, and is told of members who came or left without an invitation.</summary>
/// <remarks>
/// Invitations account for themselves: one holds a seat while it is pending, the member keeps it at acceptance, every other end frees it.
/// Called inside a transaction of the host on the same database, the change is part of it. Needs a registered <see cref="ISeatPlan"/>; every
/// method throws an <see cref="InvalidOperationException"/> (INV020) without one.
/// </remarks>
public interface ISeatLedger
{
    /// <summary>Shows how many seats are used, reserved and left.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SeatUsage> GetUsageAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Takes seats for members whom the host adds by itself: all of them, or none where the plan has not as many left.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Members or guests.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SeatResult> TakeAsync(TenantId tenant, GrantKind kind, int count = 1, CancellationToken cancellationToken = default);

    /// <summary>Frees seats of members who left, however they had come.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Members or guests.</param>
    /// <param name="count">How many, at least 1. No more are freed than are taken.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task ReleaseAsync(TenantId tenant, GrantKind kind, int count = 1, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says how many members there are, and counts the pending invitations anew: when the plan is introduced, and whenever the host's own count is
    /// the better one. The plan is not asked, as who is there is there.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Members or guests.</param>
    /// <param name="used">The number of members or guests, 0 or more, without those who are only invited.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken = default);
}
