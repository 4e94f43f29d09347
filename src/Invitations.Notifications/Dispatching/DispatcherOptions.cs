namespace Invitations;

/// <summary>How often the hosted dispatcher looks for work. New messages of its own node wake it at once. How messages are sent is in <see cref="DeliveryOptions"/>.</summary>
public sealed class DispatcherOptions
{
    /// <summary>
    /// Whether the hosted dispatcher runs on this node. The default value is true. Set it to false on a node that shall send nothing, or where a scheduler of
    /// the host calls <see cref="IDeliveryDispatcher.RunOnceAsync"/> and <see cref="IInvitationMaintenance"/>. Read at start.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often it looks for messages that other nodes have queued, or that are due again. The default value is 5 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often the steps of <see cref="IInvitationMaintenance"/> are run: expiry, reminders, and whatever else has become due. The default value is 1 minute;
    /// null leaves them to the host.
    /// </summary>
    public TimeSpan? MaintenanceInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often <see cref="IRetention"/> goes through all tenants; the first time within an hour after the start. The default value is 1 day; null leaves it to the host.</summary>
    public TimeSpan? RetentionInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often the backlog is read that the gauges of the meter show. The default value is 30 seconds; null for never.</summary>
    public TimeSpan? BacklogInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two attempts while the database is away; it begins with half a second and doubles. The default value is 30 seconds.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);
}
