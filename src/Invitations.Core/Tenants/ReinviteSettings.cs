namespace Invitations;

/// <summary>How often an invitation may be issued again.</summary>
public sealed record ReinviteSettings
{
    /// <summary>The time between two issues of one invitation. The default value is 1 hour; zero means no limit.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromHours(1);
}
