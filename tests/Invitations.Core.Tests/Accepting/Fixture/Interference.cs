using Invitations.Stores;

namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Lets somebody else be faster: runs once, after a caller has looked and before it writes.</summary>
internal sealed class Interference
{
    private Func<Task>? _next;

    public void BeforeNextWrite(Func<Task> action) => _next = action;

    public Task RunAsync() => Interlocked.Exchange(ref _next, null) is { } action ? action() : Task.CompletedTask;

    public sealed class Transaction(IStoreTransaction inner, Interference interference) : IStoreTransaction
    {
        public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
        {
            await interference.RunAsync();
            return await inner.ExecuteAsync(work, cancellationToken);
        }
    }
}
