namespace Invitations.Stores.InMemory;

internal sealed class InMemoryQuotaStore(InMemorySession session) : IQuotaStore
{
    private readonly QuotaTable _quotas = session.Database.Quotas;
    private readonly InvitationTable _invitations = session.Database.Invitations;

    public Task<IReadOnlyList<QuotaGrant>> TakeAsync(IReadOnlyList<QuotaRequest> requests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return session.WriteAsync<IReadOnlyList<QuotaGrant>>(() => [.. requests.Select(request => _quotas.Take(request, now))], cancellationToken);
    }

    public Task GiveBackAsync(IReadOnlyList<QuotaReturn> returns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return session.WriteAsync(
            () =>
            {
                foreach (var back in returns)
                    _quotas.GiveBack(back);
                return returns.Count;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<QuotaWindow>> FindAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return session.ReadAsync<IReadOnlyList<QuotaWindow>>(
            drafts => [.. keys.Select(key => _quotas.Running(key, now, drafts)).OfType<QuotaWindow>()], cancellationToken);
    }

    public Task<int> CountOpenAsync(OpenCount count, CancellationToken cancellationToken) =>
        session.ReadAsync(
            drafts => _invitations.Orders(count.Tenant, drafts).ByCreation.After(null).Count(invitation =>
                invitation.StatusAt(count.Now) is InvitationStatus.Pending or InvitationStatus.AwaitingApproval
                && (count.InvitedBy is null
                    || (string.Equals(invitation.InvitedBy, count.InvitedBy, StringComparison.Ordinal) && invitation.IsFromSystem == count.IsFromSystem))),
            cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset endedBy, int atMost, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _quotas.Purge(endedBy, atMost), cancellationToken);
}
