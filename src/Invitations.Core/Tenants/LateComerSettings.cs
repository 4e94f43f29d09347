namespace Invitations;

/// <summary>What somebody with an expired link can do (see <see cref="INewLinkRequests"/>).</summary>
public sealed record LateComerSettings
{
    /// <summary>Whether they can ask for a new one. The default value is <see langword="true"/>.</summary>
    public bool CanAsk { get; init; } = true;

    /// <summary>The time between two requests for one invitation; the inviter is told once in it. The default value is 1 day.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromDays(1);
}
