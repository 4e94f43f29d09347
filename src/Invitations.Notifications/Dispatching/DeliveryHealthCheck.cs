using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>
/// Says whether messages wait too long, or many were given up: <c>services.AddHealthChecks().AddCheck&lt;DeliveryHealthCheck&gt;("invitations")</c>. It reads
/// the store each time, a few bounded counts by an index.
/// </summary>
/// <param name="backlog">How the outbox stands.</param>
/// <param name="options">The bounds.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryHealthCheck(IDeliveryBacklog backlog, IOptionsMonitor<DeliveryHealthOptions> options, TimeProvider time) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (now, bounds) = (time.GetUtcNow(), options.CurrentValue);
        var channels = await backlog.ReadAsync(now - bounds.FailedWithin, cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var (status, complaints) = (HealthStatus.Healthy, new List<string>());
        foreach (var channel in channels)
        {
            var age = channel.OldestDueAt is { } due && due < now ? now - due : TimeSpan.Zero;
            data[$"{channel.Channel}.waiting"] = channel.Waiting;
            data[$"{channel.Channel}.oldest_seconds"] = (long)age.TotalSeconds;
            data[$"{channel.Channel}.failed"] = channel.Failed;
            if (age >= bounds.UnhealthyAfter)
                Worsen(context.Registration.FailureStatus, Waiting(channel, age));
            else if (age >= bounds.DegradedAfter)
                Worsen(HealthStatus.Degraded, Waiting(channel, age));
            if (channel.Failed >= bounds.DegradedFromFailed)
                Worsen(HealthStatus.Degraded, $"{channel.Channel}: {channel.Failed} messages were given up.");
        }

        return new(status, complaints.Count == 0 ? null : string.Join(' ', complaints), data: data);

        void Worsen(HealthStatus worse, string complaint)
        {
            status = worse < status ? worse : status;
            complaints.Add(complaint);
        }
    }

    private static string Waiting(ChannelBacklog channel, TimeSpan age) => string.Create(
        CultureInfo.InvariantCulture, $"{channel.Channel}: {channel.Waiting} messages wait, the oldest for {age.TotalMinutes:0} minutes.");
}
