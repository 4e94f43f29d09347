namespace Invitations;

/// <summary>How long is kept what is no longer needed. Nothing is let go of before <see cref="IRetention"/> is run.</summary>
public sealed record RetentionSettings
{
    /// <summary>How long after the end of an invitation that was declined, revoked or expired it is known who was invited. The default value is 180 days; null keeps it for ever.</summary>
    public TimeSpan? NeverJoined { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long after an acceptance the invitation says who it was for. Null, the default, keeps it for ever.</summary>
    public TimeSpan? Joined { get; init; }

    /// <summary>How long a delivery is kept after it was sent, failed or cancelled. The default value is 90 days; null keeps it for ever.</summary>
    public TimeSpan? Deliveries { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long after a batch was staged its rows are kept that nobody has sent. The default value is 90 days; null keeps them for ever.</summary>
    public TimeSpan? Unsent { get; init; } = TimeSpan.FromDays(90);
}
