namespace Invitations.Tests.Seats;

/// <summary>A plan that a test changes, the same for every tenant.</summary>
internal sealed class FakePlan : ISeatPlan
{
    private int _asked;

    public SeatLimits Limits { get; set; } = new();

    public int Asked => _asked;

    public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return new(Limits);
    }
}
