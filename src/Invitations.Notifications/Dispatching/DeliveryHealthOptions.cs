namespace Invitations;

/// <summary>When the outbox is unwell (see <see cref="DeliveryHealthCheck"/>).</summary>
public sealed class DeliveryHealthOptions
{
    /// <summary>From which waiting time of a due message on it is degraded. The default value is 5 minutes.</summary>
    public TimeSpan DegradedAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>From which waiting time of a due message on it has failed. The default value is 1 hour.</summary>
    public TimeSpan UnhealthyAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far back messages count that were given up. The default value is 1 day.</summary>
    public TimeSpan FailedWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>From how many messages of one channel on that were given up it is degraded, at most 10,000. The default value is 10: a few wrong addresses are no illness.</summary>
    public int DegradedFromFailed { get; set; } = 10;
}
