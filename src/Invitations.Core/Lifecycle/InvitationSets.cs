using Invitations.Stores;

namespace Invitations;

/// <summary>Makes sets of invitations for the store.</summary>
internal static class InvitationSets
{
    /// <param name="found">The invitations as they were read, of one tenant; at least one.</param>
    /// <param name="at">When it is done.</param>
    /// <param name="entryOf">What the trail says of each.</param>
    public static InvitationSet Of(IReadOnlyList<Invitation> found, DateTimeOffset at, Func<Invitation, AuditEntry> entryOf) => new()
    {
        Tenant = found[0].Tenant,
        Rows = [.. found.Select(invitation => new InvitationVersion(invitation.Id, invitation.Version))],
        Entries = [.. found.Select(entryOf)],
        At = at,
    };
}
