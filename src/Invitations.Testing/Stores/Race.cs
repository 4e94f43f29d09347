namespace Invitations.Testing;

/// <summary>Lets many callers at a store in the same instant.</summary>
/// <remarks>The sessions are opened and used once before the start: what is measured is the store and not the opening of connections.</remarks>
internal sealed class Race : IAsyncDisposable
{
    public const int Rounds = 20;
    public const int Callers = 50;

    private readonly List<StoreSession> _sessions = [];

    public static async Task<Race> OpenAsync(StoreFixture fixture, int callers, CancellationToken cancellationToken)
    {
        var race = new Race();
        for (var i = 0; i < callers; i++)
        {
            var session = await fixture.OpenSessionAsync(cancellationToken);
            race._sessions.Add(session);
            await session.Invitations.FindByTokenAsync(Guid.NewGuid(), cancellationToken);
        }

        return race;
    }

    /// <summary>Runs the call once in every session, on a thread of its own each, released by one barrier.</summary>
    /// <param name="call">Gets its session and its number, from 0.</param>
    /// <returns>The answers by number.</returns>
    public async Task<T[]> RunAsync<T>(Func<StoreSession, int, Task<T>> call)
    {
        using var barrier = new Barrier(_sessions.Count);
        var callers = _sessions.Select((session, number) => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return call(session, number);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();
        return await Task.WhenAll(callers);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
            await session.DisposeAsync();
    }
}
