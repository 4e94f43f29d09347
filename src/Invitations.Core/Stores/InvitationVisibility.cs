namespace Invitations.Stores;

/// <summary>Restricts a list to what was invited by somebody or into somebody's groups.</summary>
/// <param name="InvitedBy">The user whose own invitations are seen.</param>
/// <param name="Groups">The groups; an invitation into any of them is seen.</param>
public sealed record InvitationVisibility(string InvitedBy, IReadOnlyCollection<string> Groups);
