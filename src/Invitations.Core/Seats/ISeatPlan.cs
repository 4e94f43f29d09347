namespace Invitations;

/// <summary>Says how many seats the plan of a tenant has. Register it with <c>UseSeatPlan&lt;T&gt;()</c>; without one, seats are not counted at all.</summary>
/// <remarks>
/// Asked inside the transaction, once for each write that needs a seat, and never for one that only frees some. Let exceptions propagate:
/// nothing is done without an answer.
/// </remarks>
public interface ISeatPlan
{
    /// <summary>Looks the plan up.</summary>
    /// <param name="context">Whose plan.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The limits of today. A plan that has become smaller takes nothing away: open invitations can be accepted, and nobody new is invited.</returns>
    ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken);
}
