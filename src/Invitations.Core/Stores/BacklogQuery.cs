namespace Invitations.Stores;

/// <summary>Which channels are counted, and how far.</summary>
public sealed record BacklogQuery
{
    /// <summary>The channels, each once.</summary>
    public required IReadOnlyCollection<string> Channels { get; init; }

    /// <summary>The present instant, by which it is judged what is due.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>From which <see cref="Delivery.EndedAt"/> on failed deliveries are counted.</summary>
    public required DateTimeOffset FailedSince { get; init; }

    /// <summary>The most that is counted of anything; more counts as that many.</summary>
    public required int CountUpTo { get; init; }
}
