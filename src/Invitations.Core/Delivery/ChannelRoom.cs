namespace Invitations;

/// <summary>What the options give one channel.</summary>
/// <param name="InFlight">The most messages in flight.</param>
/// <param name="Messages">The most messages within a time, or null.</param>
/// <param name="Per">That time.</param>
internal readonly record struct ChannelRoom(int InFlight, int? Messages, TimeSpan Per)
{
    /// <summary>From how much room on the next ones are claimed while others are still in flight: a claim for every single message would cost more than it brings.</summary>
    public int WorthClaiming => Math.Max(1, InFlight / 4);

    public static ChannelRoom Of(DeliveryOptions options, string channel) => options.Channels.TryGetValue(channel, out var limits)
        ? new(limits.MaxInFlight ?? options.MaxInFlight, limits.Messages, limits.Per)
        : new(options.MaxInFlight, null, default);
}
