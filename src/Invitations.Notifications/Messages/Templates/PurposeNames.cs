namespace Invitations;

/// <summary>How purposes are called in the sections of text files.</summary>
internal static class PurposeNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<MessagePurpose>().Select(Of)];

    public static string Of(MessagePurpose purpose) => purpose switch
    {
        MessagePurpose.Invitation => "invitation",
        MessagePurpose.Reinvite => "reinvite",
        MessagePurpose.Reminder => "reminder",
        MessagePurpose.DirectGrant => "direct-grant",
        MessagePurpose.Accepted => "accepted",
        MessagePurpose.DeliveryFailed => "delivery-failed",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    /// <summary>Whether it goes to the inviter: nothing secret, and nothing to accept.</summary>
    public static bool IsNotice(MessagePurpose purpose) => purpose is MessagePurpose.Accepted or MessagePurpose.DeliveryFailed;

    /// <summary>Whether there is something to accept.</summary>
    public static bool IsOffer(MessagePurpose purpose) => purpose is MessagePurpose.Invitation or MessagePurpose.Reinvite or MessagePurpose.Reminder;
}
