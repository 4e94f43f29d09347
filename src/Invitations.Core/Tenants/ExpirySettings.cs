namespace Invitations;

/// <summary>How long an invitation stays open after it was issued.</summary>
public sealed record ExpirySettings
{
    /// <summary>The longest lifetime that is believed: ten years.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(3653);

    /// <summary>The lifetime of a member's invitation. The default value is 7 days; null means that it does not expire.</summary>
    public TimeSpan? Member { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The lifetime of a guest's invitation, where it differs. By default it is that of a member.</summary>
    public TimeSpan? Guest { get; init; }

    /// <summary>Lifetimes by channel (see <see cref="DeliveryChannels"/>); where several apply, the shortest counts. Empty by default.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Channels { get; init; } = Empty<string, TimeSpan>.Dictionary;

    /// <summary>The lifetime of a link for many people. The default value is 30 days; null means that it does not expire.</summary>
    public TimeSpan? Link { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The longest lifetime that an inviter may ask for, or null, the default, where an inviter may not ask for one longer than the tenant's.</summary>
    public TimeSpan? Most { get; init; }
}
