namespace Invitations;

/// <summary>When somebody who has not accepted yet is reminded. The instants of both lists count; none comes at or after the expiry.</summary>
public sealed record ReminderSettings
{
    /// <summary>The waiting times after the issue, each longer than zero. The default value is once, after 3 days; empty means none.</summary>
    public IReadOnlyList<TimeSpan> After { get; init; } = [TimeSpan.FromDays(3)];

    /// <summary>Parts of the lifetime, each between 0 and 1: 0.5 reminds half way to the expiry. Not looked at where an invitation does not expire. Empty by default.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [];

    /// <summary>The hours in which nobody is reminded, or null, the default, where a reminder may come at any time.</summary>
    public QuietHours? QuietHours { get; init; }
}
