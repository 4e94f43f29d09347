namespace Invitations;

/// <summary>Which notices an inviter gets, by e-mail. They need an <see cref="IInviterContacts"/>; without one none is queued.</summary>
public sealed record NoticeSettings
{
    /// <summary>Whether the inviter is told that somebody has accepted. The default value is <see langword="false"/>.</summary>
    public bool Accepted { get; init; }

    /// <summary>Whether the inviter is told that a message to a person was given up, and nothing else was tried. The default value is <see langword="false"/>.</summary>
    public bool DeliveryFailed { get; init; }
}
