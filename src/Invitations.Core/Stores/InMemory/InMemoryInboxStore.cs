namespace Invitations.Stores.InMemory;

internal sealed class InMemoryInboxStore(InMemorySession session) : IInboxStore
{
    public Task<IReadOnlyList<Invitation>> FindAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.ReadAsync<IReadOnlyList<Invitation>>(
            drafts =>
            [
                .. session.Database.Invitations.FindOpen(query.Keys, drafts)
                    .Where(invitation => invitation.StatusAt(query.Now) is InvitationStatus.Pending)
                    .OrderByDescending(invitation => invitation.IssuedAt)
                    .ThenBy(invitation => invitation.Id)
                    .Take(Math.Max(0, query.Take)),
            ],
            cancellationToken);
    }
}
