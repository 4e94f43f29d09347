namespace Invitations;

/// <summary>Something that happened and has been committed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Invitation">The invitation as it is after it.</param>
/// <param name="At">When.</param>
public sealed record InvitationEvent(InvitationEventKind Kind, Invitation Invitation, DateTimeOffset At)
{
    /// <summary>The message that was sent or given up, as it is after it; null where the event is about no message.</summary>
    public Delivery? Delivery { get; init; }
}
