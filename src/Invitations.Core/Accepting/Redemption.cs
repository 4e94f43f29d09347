namespace Invitations;

/// <summary>What a secret led to: an invitation, whatever its status, or a refusal.</summary>
internal readonly record struct Redemption(Invitation? Invitation, InvitationError? Error);
