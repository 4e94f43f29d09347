namespace Invitations;

/// <summary>Something that happened to a link for many people and has been committed. That somebody joined is an <see cref="InvitationEvent"/>.</summary>
/// <param name="Kind">What.</param>
/// <param name="Link">The link as it is after it.</param>
/// <param name="At">When.</param>
public sealed record InvitationLinkEvent(InvitationLinkEventKind Kind, InvitationLink Link, DateTimeOffset At);
