namespace Invitations;

/// <summary>How the outbox is worked off.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// The most messages of one channel that a node has in flight: claimed and not yet written down as sent or failed. The default value is 16. It is
    /// also the most that can be sent twice when the node is killed.
    /// </summary>
    public int MaxInFlight { get; set; } = 16;

    /// <summary>What holds for one channel, by its name: fewer or more in flight, and a rate. Empty by default.</summary>
    public IDictionary<string, ChannelLimits> Channels { get; } = new Dictionary<string, ChannelLimits>(StringComparer.Ordinal);

    /// <summary>How long a claim lasts before another worker may take over. The default value is 5 minutes; it must be longer than <see cref="SendTimeout"/> and <see cref="StopTimeout"/> together.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a channel may take for one message; then its token is cancelled and the message is tried again later. The default value is 1 minute.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a message may still take that is being sent when the step is cancelled, which is when the host stops. The default value is 20 seconds; keep
    /// it shorter than <c>HostOptions.ShutdownTimeout</c>, which is 30 seconds by default.
    /// </summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a message is tried before it is given up. The default value is 18, which is one to two days with the other defaults.</summary>
    public int MaxAttempts { get; set; } = 18;

    /// <summary>The waiting time after the first failure; it doubles with each further one. The default value is 30 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest waiting time between two attempts. The default value is 6 hours.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(6);
}
