using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedQuotaStore(IQuotaStore inner, StoreCalls calls) : IQuotaStore
{
    public async Task<IReadOnlyList<QuotaGrant>> TakeAsync(IReadOnlyList<QuotaRequest> requests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Quotas.Take", requests);
        return await inner.TakeAsync(requests, now, cancellationToken);
    }

    public async Task GiveBackAsync(IReadOnlyList<QuotaReturn> returns, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Quotas.GiveBack", returns);
        await inner.GiveBackAsync(returns, cancellationToken);
    }

    public async Task<IReadOnlyList<QuotaWindow>> FindAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Quotas.Find", keys);
        return await inner.FindAsync(keys, now, cancellationToken);
    }

    public async Task<int> CountOpenAsync(OpenCount count, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Quotas.CountOpen", count);
        return await inner.CountOpenAsync(count, cancellationToken);
    }

    public async Task<int> PurgeAsync(DateTimeOffset endedBy, int atMost, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Quotas.Purge", atMost);
        return await inner.PurgeAsync(endedBy, atMost, cancellationToken);
    }
}
