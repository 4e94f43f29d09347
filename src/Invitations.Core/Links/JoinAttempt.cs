namespace Invitations;

/// <summary>The invitation as joined; or why the person cannot join; or neither, where the link changed or the person was faster elsewhere.</summary>
internal readonly record struct JoinAttempt(Invitation? Joined, IReadOnlyList<InvitationError> Errors);
