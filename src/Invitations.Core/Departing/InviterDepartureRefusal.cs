namespace Invitations;

/// <summary>An invitation that stayed as it was, and why.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="Errors">Every reason.</param>
public sealed record InviterDepartureRefusal(Guid InvitationId, IReadOnlyList<InvitationError> Errors);
