namespace Invitations;

/// <summary>An invitation that somebody wants to do something with: what was found, what they may do, the row that was judged, every reason against it.</summary>
internal sealed record OpenedInvitation(Invitation? Found, OperationContext Operation, PolicyRow? Row, IReadOnlyList<InvitationError> Errors);
