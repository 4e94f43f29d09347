using System.Runtime.InteropServices;

namespace Invitations.Stores.InMemory;

/// <summary>Committed rows by key, and above them the drafts of the one transaction that writes. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class Table<TKey, TValue> : ITable
    where TKey : notnull
    where TValue : class
{
    private const int DraftsWorthKeeping = 4096;

    private readonly Dictionary<TKey, TValue> _rows = [];
    private Dictionary<TKey, TValue?> _drafts = [];

    public int Count => _rows.Count;

    /// <summary>Finds a row, as the transaction sees it or as everybody else does.</summary>
    public TValue? Find(TKey key, bool drafts) =>
        drafts && _drafts.TryGetValue(key, out var draft) ? draft : _rows.GetValueOrDefault(key);

    public void Put(TKey key, TValue row) => _drafts[key] = row;

    public void Remove(TKey key) => _drafts[key] = null;

    /// <summary>All rows, as the transaction sees them or as everybody else does.</summary>
    public IEnumerable<TValue> Rows(bool drafts) => Pairs(drafts).Select(pair => pair.Value);

    /// <summary>All rows with their keys, as the transaction sees them or as everybody else does.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> Pairs(bool drafts)
    {
        foreach (var pair in _rows)
        {
            if (!drafts || !_drafts.ContainsKey(pair.Key))
                yield return pair;
        }

        foreach (var (key, draft) in drafts ? _drafts : [])
        {
            if (draft is not null)
                yield return new(key, draft);
        }
    }

    /// <summary>Removes rows of which something holds, in no order.</summary>
    /// <returns>Those that were removed, at most so many.</returns>
    public List<TValue> Remove(Func<TValue, bool> isMeant, int take)
    {
        var found = Pairs(drafts: true).Where(pair => isMeant(pair.Value)).Take(Math.Max(0, take)).ToList();
        found.ForEach(pair => Remove(pair.Key));
        return found.ConvertAll(pair => pair.Value);
    }

    /// <summary>The committed rows, without drafts.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> Committed() => _rows;

    public void Commit()
    {
        foreach (var (key, draft) in _drafts)
        {
            if (draft is null)
                _rows.Remove(key);
            else
                CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out _) = draft;
        }

        Rollback();
    }

    public void Rollback()
    {
        // Clearing costs the capacity, so what one large transaction needed is not kept for the small ones.
        if (_drafts.Count > DraftsWorthKeeping)
            _drafts = [];
        else if (_drafts.Count > 0)
            _drafts.Clear();
    }
}
