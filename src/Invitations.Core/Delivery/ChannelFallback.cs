namespace Invitations;

/// <summary>Which channel is tried where another one has failed for good.</summary>
internal static class ChannelFallback
{
    /// <summary>The next one of the list that the person can be reached by and that was not used for this secret: so each is tried once, and the list ends.</summary>
    /// <param name="channels">The channels of the tenant, in the order in which they are tried.</param>
    /// <param name="failed">The one that failed; where it is in the list, those before it are not tried any more.</param>
    /// <param name="recipient">The person.</param>
    /// <param name="known">The deliveries of the same secret, in whatever status.</param>
    public static string? Next(IReadOnlyList<string> channels, string failed, Recipient recipient, IReadOnlyList<Delivery> known)
    {
        for (var i = IndexOf(channels, failed) + 1; i < channels.Count; i++)
        {
            var channel = channels[i];
            if (CanReach(channel, recipient) && !known.Any(delivery => string.Equals(delivery.Channel, channel, StringComparison.Ordinal)))
                return channel;
        }

        return null;
    }

    // A channel of the host's own finds the address itself.
    private static bool CanReach(string channel, Recipient recipient) => channel switch
    {
        DeliveryChannels.Email => recipient.Email is not null,
        DeliveryChannels.Sms => recipient.Phone is not null,
        DeliveryChannels.App => recipient.UserId is not null,
        _ => true,
    };

    private static int IndexOf(IReadOnlyList<string> channels, string channel)
    {
        for (var i = 0; i < channels.Count; i++)
        {
            if (string.Equals(channels[i], channel, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
