namespace Invitations;

/// <summary>The invitations as they were written, and those that met an obstacle only then; one that changed in between is in neither.</summary>
internal sealed record ApprovalWrite(IReadOnlyList<Invitation> Written, IReadOnlyDictionary<Guid, InvitationError> Refused);
