namespace Invitations;

/// <summary>By which channels a reminder still reaches somebody.</summary>
internal static class ReminderChannels
{
    /// <summary>Those of the invitation and those that were tried instead of one that failed, without those whose last message with this secret was given up or bounced.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="known">Its deliveries.</param>
    public static IReadOnlyList<string> Of(Invitation invitation, IEnumerable<Delivery> known)
    {
        var last = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var delivery in known.Where(it => it.SecretVersion == invitation.SecretVersion && !it.Purpose.IsNotice()).OrderBy(it => it.CreatedAt).ThenBy(it => it.Id))
            last[delivery.Channel] = delivery;
        return [.. invitation.Channels.Union(last.Keys, StringComparer.Ordinal).Where(channel => !last.TryGetValue(channel, out var it) || it.Status is not DeliveryStatus.Failed)];
    }
}
