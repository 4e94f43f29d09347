namespace Invitations;

/// <summary>Who has joined, or why nobody did.</summary>
internal readonly record struct Membership(string? UserId, IReadOnlyList<InvitationError> Errors);
