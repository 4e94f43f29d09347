namespace Invitations.Stores.InMemory;

internal sealed class InMemoryInvitationSetStore(InMemorySession session) : IInvitationSetStore
{
    private readonly InMemoryDatabase _database = session.Database;

    public Task<IReadOnlyCollection<Guid>> EndAsync(InvitationSet invitations, InvitationStatus status, CancellationToken cancellationToken) =>
        WriteAsync(
            invitations,
            _ => true,
            found =>
            {
                _database.Invitations.Replace(found, found.ConvertAll(invitation => invitation.Ended(status, invitations.At)));
                _database.Deliveries.Cancel(invitations.Tenant, found.ConvertAll(invitation => invitation.Id), invitations.At);
            },
            cancellationToken);

    public Task<IReadOnlyCollection<Guid>> DeleteAsync(InvitationSet invitations, CancellationToken cancellationToken) =>
        WriteAsync(
            invitations,
            _ => true,
            found =>
            {
                _database.Invitations.Remove(found);
                _database.Deliveries.Remove(DeliveriesOf(found));
            },
            cancellationToken);

    public Task<IReadOnlyCollection<Guid>> AnonymizeAsync(InvitationSet invitations, CancellationToken cancellationToken) =>
        WriteAsync(
            invitations,
            invitation => invitation.AnonymizedAt is null && !InvitationLifecycle.IsOpen(invitation.Status),
            found =>
            {
                _database.Invitations.Replace(found, found.ConvertAll(it => it.Anonymized(invitations.At) with { Version = it.Version + 1 }));
                var deliveries = DeliveriesOf(found);
                _database.Deliveries.Replace(
                    deliveries, deliveries.ConvertAll(delivery => delivery with { ProviderMessageId = null, LastError = null }));
            },
            cancellationToken);

    private Task<IReadOnlyCollection<Guid>> WriteAsync(
        InvitationSet invitations, Func<Invitation, bool> isMeant, Action<List<Invitation>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        return session.WriteAsync<IReadOnlyCollection<Guid>>(
            () =>
            {
                var found = new List<Invitation>(invitations.Rows.Count);
                foreach (var row in invitations.Rows)
                {
                    if (_database.Invitations.Find(row.Id, drafts: true) is { } invitation
                        && invitation.Tenant == invitations.Tenant
                        && invitation.Version == row.Version
                        && isMeant(invitation))
                    {
                        found.Add(invitation);
                    }
                }

                write(found);
                var ids = found.Select(invitation => invitation.Id).ToHashSet();
                _database.Append(invitations.Entries.Where(entry => entry.InvitationId is { } id && ids.Contains(id)));
                return ids;
            },
            cancellationToken);
    }

    private List<Delivery> DeliveriesOf(List<Invitation> found) =>
        [.. found.SelectMany(invitation => _database.Deliveries.Of(invitation.Tenant, invitation.Id, drafts: true))];
}
