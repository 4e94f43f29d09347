namespace Invitations;

/// <summary>A link that somebody wants to do something with: what was found, what they may do, the row that was judged, every reason against it.</summary>
internal sealed record OpenedLink(InvitationLink? Found, OperationContext Operation, PolicyRow? Row, IReadOnlyList<InvitationError> Errors);
