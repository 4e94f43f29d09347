namespace Invitations;

/// <summary>Something that happened and has been committed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Invitation">The invitation as it is after it.</param>
/// <param name="At">When.</param>
public sealed record InvitationEvent(InvitationEventKind Kind, Invitation Invitation, DateTimeOffset At);
