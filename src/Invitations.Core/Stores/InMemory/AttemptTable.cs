namespace Invitations.Stores.InMemory;

/// <summary>The windows in which attempts are counted. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class AttemptTable : ITable
{
    internal const int FirstSweep = 10_000;

    private readonly Table<string, AttemptWindow> _windows = new();
    private int _sweepAt = FirstSweep;

    public int Count => _windows.Count;

    public DateTimeOffset? TryTake(AttemptRequest request)
    {
        var window = _windows.Find(request.Key, drafts: true);
        if (window is null || window.EndsAt <= request.Now)
        {
            Sweep(request.Now);
            window = new(request.Now + request.Window, Taken: 0);
        }

        if (window.Taken >= request.Limit)
            return window.EndsAt;
        _windows.Put(request.Key, window with { Taken = window.Taken + 1 });
        return null;
    }

    public void GiveBack(string key)
    {
        if (_windows.Find(key, drafts: true) is { Taken: > 0 } window)
            _windows.Put(key, window with { Taken = window.Taken - 1 });
    }

    public int Purge(DateTimeOffset endedBy, int take) => _windows.Remove(window => window.EndsAt <= endedBy, take).Count;

    public void Commit() => _windows.Commit();

    public void Rollback() => _windows.Rollback();

    /// <summary>Drops the windows that have ended, each time their number may have doubled: what a sweep costs is spread over as many attempts.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (_windows.Count < _sweepAt)
            return;
        var open = 0;
        foreach (var (key, _) in _windows.Committed())
        {
            if (_windows.Find(key, drafts: true)?.EndsAt <= now)
                _windows.Remove(key);
            else
                open++;
        }

        _sweepAt = Math.Max(FirstSweep, open * 2);
    }
}
