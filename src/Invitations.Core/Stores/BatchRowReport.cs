namespace Invitations.Stores;

/// <summary>What became of one waiting row.</summary>
/// <param name="Position">The row.</param>
/// <param name="Status">The status it gets; it may go on waiting.</param>
/// <param name="Outcome">What sending it came to, or null.</param>
/// <param name="InvitationId">The invitation, or null.</param>
/// <param name="Errors">Why it was refused, as JSON, or null.</param>
public sealed record BatchRowReport(int Position, BatchRowStatus Status, InviteOutcome? Outcome = null, Guid? InvitationId = null, string? Errors = null);
