namespace Invitations.Stores.InMemory;

internal sealed class InMemoryInvitationQueryStore(InMemorySession session) : IInvitationQueryStore
{
    public async Task<IReadOnlyList<Invitation>> ListAsync(InvitationStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var orders = await session.ReadAsync(
            drafts => session.Database.Invitations.Orders(query.Tenant, drafts), cancellationToken).ConfigureAwait(false);

        // The orders are immutable: the scan needs no lock, however long it is.
        var match = new InvitationMatch(query);
        var page = new List<Invitation>();
        foreach (var invitation in orders.Walk(query.Sort, query.After))
        {
            if (page.Count >= query.Take)
                break;
            cancellationToken.ThrowIfCancellationRequested();
            if (match.IsMatch(invitation))
                page.Add(invitation);
        }

        return page;
    }
}
