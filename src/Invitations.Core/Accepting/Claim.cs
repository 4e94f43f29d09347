namespace Invitations;

/// <summary>What came of the attempt to claim an invitation: accepted, refused by the host, or (neither) changed in between.</summary>
internal readonly record struct Claim(Invitation? Accepted, IReadOnlyList<InvitationError> Errors);
