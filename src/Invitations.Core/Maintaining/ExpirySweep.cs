using Invitations.Stores;

namespace Invitations;

/// <summary>Marks what has expired, with its messages, its trail and its seats, in one transaction a tenant.</summary>
internal sealed class ExpirySweep(IDueStore due, InvitationEnder ender, InvitationClock clock)
{
    /// <returns>How many were found, and those that this call has marked.</returns>
    public async Task<(int Found, IReadOnlyList<Invitation> Expired)> RunAsync(int take, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var found = await due.FindExpiredAsync(now, take, cancellationToken).ConfigureAwait(false);
        var expired = new List<Invitation>(found.Count);
        foreach (var ofTenant in found.GroupBy(invitation => invitation.Tenant))
            expired.AddRange(await ender.EndAsync([.. ofTenant], InvitationStatus.Expired, null, now, cancellationToken).ConfigureAwait(false));
        return (found.Count, expired);
    }
}
