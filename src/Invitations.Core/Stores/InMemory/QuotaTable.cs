namespace Invitations.Stores.InMemory;

/// <summary>The counters of messages. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class QuotaTable : ITable
{
    internal const int FirstSweep = 10_000;

    private readonly Table<string, QuotaWindow> _windows = new();
    private int _sweepAt = FirstSweep;

    public QuotaGrant Take(QuotaRequest request, DateTimeOffset now)
    {
        var window = Running(request.Key, now, drafts: true) ?? Begin(request, now);
        var granted = Math.Clamp(request.Limit - window.Taken, 0, request.Count);
        _windows.Put(request.Key, window with { Taken = window.Taken + granted });
        return new(granted, window.Taken + granted, window.EndsAt);
    }

    public void GiveBack(QuotaReturn back)
    {
        if (_windows.Find(back.Key, drafts: true) is { } window)
            _windows.Put(back.Key, window with { Taken = Math.Max(0, window.Taken - back.Count) });
    }

    public QuotaWindow? Running(string key, DateTimeOffset now, bool drafts) =>
        _windows.Find(key, drafts) is { } window && window.EndsAt > now ? window : null;

    public int Purge(DateTimeOffset endedBy, int atMost)
    {
        var ended = _windows.Rows(drafts: true).Where(window => window.EndsAt <= endedBy).OrderBy(window => window.EndsAt).Take(Math.Max(0, atMost)).ToList();
        foreach (var window in ended)
            _windows.Remove(window.Key);
        return ended.Count;
    }

    public void Commit() => _windows.Commit();

    public void Rollback() => _windows.Rollback();

    /// <summary>Drops what has ended, each time the number of counters may have doubled: what a sweep costs is spread over as many messages.</summary>
    private QuotaWindow Begin(QuotaRequest request, DateTimeOffset now)
    {
        if (_windows.Count >= _sweepAt)
        {
            var dropped = Purge(now, int.MaxValue);
            _sweepAt = Math.Max(FirstSweep, (_windows.Count - dropped) * 2);
        }

        return new(request.Key, 0, now + request.Window);
    }
}
