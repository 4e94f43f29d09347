namespace Invitations.Stores;

/// <summary>The place of a row in the order of a list.</summary>
/// <param name="At">The instant sorted by; null where it does not expire, which sorts last.</param>
/// <param name="Id">The id, which decides between equal instants.</param>
public readonly record struct InvitationKeyset(DateTimeOffset? At, Guid Id);
