namespace Invitations.Stores;

/// <summary>An invitation as it was read.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Version">The version that it must still have.</param>
public readonly record struct InvitationVersion(Guid Id, long Version);
