namespace Invitations;

/// <summary>By which channels somebody is told.</summary>
internal static class ChannelChoice
{
    private const int MaxLength = 50;

    private static readonly string[] EmailOnly = [DeliveryChannels.Email];

    public static IReadOnlyList<string> For(Recipient recipient, IReadOnlyList<string>? asked, ErrorList errors)
    {
        if (asked is null)
            return Usual(recipient);
        if (asked.Count == 0)
            return [];

        var usable = asked.Where(channel => CanUse(channel, recipient)).Distinct(StringComparer.Ordinal).ToList();

        // Somebody without an address is told in person; nothing is wrong with the row of a list that is sent by e-mail.
        if (usable.Count == 0 && (recipient.IsReachable || !asked.All(IsName)))
            errors.Add(Refusals.Of(InvitationErrorCodes.ChannelUnusable, FieldNames.Channels, "channel", string.Join(", ", asked)));
        return usable;
    }

    private static IReadOnlyList<string> Usual(Recipient recipient)
    {
        if (recipient is { Email: not null, Phone: null, UserId: null })
            return EmailOnly;
        var channels = new List<string>(3);
        if (recipient.Email is not null)
            channels.Add(DeliveryChannels.Email);
        if (recipient.Phone is not null)
            channels.Add(DeliveryChannels.Sms);
        if (recipient.UserId is not null)
            channels.Add(DeliveryChannels.App);
        return channels;
    }

    // A channel of the host's own finds its address by itself.
    private static bool CanUse(string channel, Recipient recipient) => channel switch
    {
        DeliveryChannels.Email => recipient.Email is not null,
        DeliveryChannels.Sms => recipient.Phone is not null,
        DeliveryChannels.App => recipient.UserId is not null,
        _ => IsName(channel),
    };

    private static bool IsName(string? channel) =>
        channel is { Length: > 0 and <= MaxLength } && channel.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
}
