namespace Invitations;

/// <summary>How the steps of maintenance are cut.</summary>
public sealed class MaintenanceOptions
{
    /// <summary>The most rows of one step or chunk. 1 to 10,000; the default value is 1,000.</summary>
    public int BatchSize { get; set; } = 1000;

    /// <summary>How long the outcome under an idempotency key is kept; after that the key can be used for something else. Longer than zero; the default value is 30 days.</summary>
    public TimeSpan IdempotencyKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a batch is kept whose staging was cut off and not gone on with. Longer than zero; the default value is 7 days.</summary>
    public TimeSpan StagingKept { get; set; } = TimeSpan.FromDays(7);
}
