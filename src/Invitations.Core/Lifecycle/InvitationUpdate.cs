namespace Invitations;

/// <summary>An invitation as it was read, and as it shall be.</summary>
internal readonly record struct InvitationUpdate(Invitation Before, Invitation After);
