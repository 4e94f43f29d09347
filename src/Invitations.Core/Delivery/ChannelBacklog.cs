namespace Invitations;

/// <summary>How the outbox stands in one channel, for all tenants.</summary>
public sealed record ChannelBacklog
{
    /// <summary>The name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>How many messages are due and not sent yet, those that are just being sent among them; counted up to a bound.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the longest waiting of them became due, or null where none is.</summary>
    public DateTimeOffset? OldestDueAt { get; init; }

    /// <summary>How many messages were given up in the time asked about, whether or not they are still wanted; counted up to a bound.</summary>
    public required int Failed { get; init; }
}
