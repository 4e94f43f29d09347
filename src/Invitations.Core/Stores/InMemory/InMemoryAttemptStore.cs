namespace Invitations.Stores.InMemory;

internal sealed class InMemoryAttemptStore(InMemorySession session) : IAttemptStore
{
    private readonly AttemptTable _attempts = session.Database.Attempts;

    public Task<DateTimeOffset?> TryTakeAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        return session.WriteAsync(() => _attempts.TryTake(request), cancellationToken);
    }

    public Task GiveBackAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return session.WriteAsync(
            () =>
            {
                _attempts.GiveBack(key);
                return true;
            },
            cancellationToken);
    }

    public Task<int> PurgeAsync(DateTimeOffset endedBy, int take, CancellationToken cancellationToken) =>
        session.WriteAsync(() => _attempts.Purge(endedBy, take), cancellationToken);
}
