namespace Invitations;

/// <summary>How the outbox is worked off.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The most deliveries claimed at a time. The default value is 50.</summary>
    public int BatchSize { get; set; } = 50;

    /// <summary>How long a claim lasts before another worker may take over. The default value is 5 minutes; it must be longer than one send can take.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a message is tried before it is given up. The default value is 18, which is one to two days with the other defaults.</summary>
    public int MaxAttempts { get; set; } = 18;

    /// <summary>The waiting time after the first failure; it doubles with each further one. The default value is 30 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest waiting time between two attempts. The default value is 6 hours.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(6);
}
