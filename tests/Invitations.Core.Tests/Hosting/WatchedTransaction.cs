using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedTransaction(IStoreTransaction inner, StoreCalls calls) : IStoreTransaction
{
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Transaction.Execute", null);
        return await inner.ExecuteAsync(work, cancellationToken);
    }
}
