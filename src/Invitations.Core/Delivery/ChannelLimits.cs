namespace Invitations;

/// <summary>How much one channel is given. It holds for each node by itself: with three nodes, a provider sees up to three times as much.</summary>
public sealed class ChannelLimits
{
    /// <summary>The most messages in flight, or null, the default, for <see cref="DeliveryOptions.MaxInFlight"/>.</summary>
    public int? MaxInFlight { get; set; }

    /// <summary>The most messages within <see cref="Per"/>, or null, the default, for no rate. What is over it stays in the outbox, where another node may take it.</summary>
    public int? Messages { get; set; }

    /// <summary>The time that <see cref="Messages"/> counts for, up to a day. The default value is 1 second.</summary>
    public TimeSpan Per { get; set; } = TimeSpan.FromSeconds(1);
}
