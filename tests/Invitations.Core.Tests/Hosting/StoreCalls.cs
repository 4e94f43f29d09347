namespace Invitations.Tests.Hosting;

/// <summary>All calls of all stores of a host, in order, and a place to disturb them.</summary>
internal sealed class StoreCalls
{
    private readonly Lock _sync = new();
    private readonly List<StoreCall> _calls = [];

    /// <summary>Runs before a call reaches its store: it may throw, cancel or wait.</summary>
    public Func<StoreCall, Task>? Before { get; set; }

    public IReadOnlyList<StoreCall> All
    {
        get
        {
            lock (_sync)
                return [.. _calls];
        }
    }

    public int Count(string name) => All.Count(call => call.Name == name);

    /// <summary>How often each method was called.</summary>
    public IReadOnlyDictionary<string, int> Tally() => All.CountBy(call => call.Name).ToDictionary();

    public void Clear()
    {
        lock (_sync)
            _calls.Clear();
    }

    public async Task EnterAsync(string name, object? argument)
    {
        var call = new StoreCall(name, argument);
        lock (_sync)
            _calls.Add(call);
        if (Before is { } before)
            await before(call);
    }
}
