namespace Invitations.Stores.InMemory;

/// <summary>
/// An immutable list of rows in the order of their places, in chunks. A change copies the chunks that it touches and shares the others, so a
/// reader scans the list that it got without a lock while a writer goes on, and a row costs 8 bytes.
/// </summary>
internal sealed class SortedRows<T>
    where T : class
{
    internal const int MaxChunk = 512;
    private const int SmallChunk = MaxChunk / 4;

    private readonly Func<T, Place> _placeOf;
    private readonly T[][] _chunks;

    /// <param name="placeOf">The place of a row; no two rows of a list have the same.</param>
    public SortedRows(Func<T, Place> placeOf)
        : this(placeOf, [])
    {
    }

    private SortedRows(Func<T, Place> placeOf, T[][] chunks)
    {
        _placeOf = placeOf;
        _chunks = chunks;
    }

    /// <summary>The list without the rows at the places of some, and with others. One that is removed and added is replaced.</summary>
    public SortedRows<T> With(List<T> removed, List<T> added)
    {
        if (removed.Count == 0 && added.Count == 0)
            return this;
        var change = new Change(Sorted(removed), Sorted(added));
        var chunks = new List<T[]>(_chunks.Length + (added.Count / MaxChunk) + 2);
        var from = 0;
        while (change.Next is { } next)
        {
            var at = ChunkOf(next, from);
            chunks.AddRange(_chunks.AsSpan(from, at - from));
            var chunk = at < _chunks.Length ? _chunks[at] : [];
            var isLast = at >= _chunks.Length - 1;
            Append(chunks, Merge(chunk, isLast, change), isLast);
            from = Math.Min(at + 1, _chunks.Length);
        }

        chunks.AddRange(_chunks.AsSpan(from));
        return new(_placeOf, [.. chunks]);
    }

    /// <summary>The rows in order: all, or those after a place.</summary>
    public IEnumerable<T> After(Place? place)
    {
        var first = place is { } start ? FirstChunk(start, isInclusive: false) : 0;
        for (var chunk = first; chunk < _chunks.Length; chunk++)
        {
            var rows = _chunks[chunk];
            for (var i = chunk == first && place is { } from ? FirstRow(rows, from, isInclusive: false) : 0; i < rows.Length; i++)
                yield return rows[i];
        }
    }

    /// <summary>The rows in reverse order: all, or those before a place.</summary>
    public IEnumerable<T> Before(Place? place)
    {
        var first = place is { } start ? FirstChunk(start, isInclusive: true) : _chunks.Length;
        for (var chunk = Math.Min(first, _chunks.Length - 1); chunk >= 0; chunk--)
        {
            var rows = _chunks[chunk];
            for (var i = (chunk == first && place is { } from ? FirstRow(rows, from, isInclusive: true) : rows.Length) - 1; i >= 0; i--)
                yield return rows[i];
        }
    }

    /// <summary>The index of the chunk where a place belongs, from a given one on; behind all it is the last chunk.</summary>
    private int ChunkOf(Place place, int from)
    {
        var at = Math.Max(FirstChunk(place, isInclusive: true), from);
        return at == _chunks.Length && at > from ? at - 1 : at;
    }

    /// <summary>The index of the first chunk with a row after a place, or at it.</summary>
    private int FirstChunk(Place place, bool isInclusive)
    {
        int low = 0, high = _chunks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsReached(_chunks[middle][^1], place, isInclusive))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private int FirstRow(T[] rows, Place place, bool isInclusive)
    {
        int low = 0, high = rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsReached(rows[middle], place, isInclusive))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private bool IsReached(T row, Place place, bool isInclusive) => _placeOf(row).CompareTo(place) >= (isInclusive ? 0 : 1);

    private (Place[] Places, T[] Rows) Sorted(List<T> rows)
    {
        var (places, sorted) = (new Place[rows.Count], rows.ToArray());
        for (var i = 0; i < sorted.Length; i++)
            places[i] = _placeOf(sorted[i]);
        Array.Sort(places, sorted);
        return (places, sorted);
    }

    /// <summary>Merges what belongs into one chunk: everything up to its last row, and in the last chunk the rest.</summary>
    private List<T> Merge(T[] chunk, bool isLast, Change change)
    {
        var merged = new List<T>(chunk.Length + 16);
        foreach (var row in chunk)
        {
            var place = _placeOf(row);
            change.AddBefore(place, merged);
            if (!change.IsRemoved(place))
                merged.Add(row);
            change.AddAt(place, merged);
        }

        if (isLast)
            change.AddRest(merged);
        return merged;
    }

    /// <summary>
    /// Cuts merged rows into chunks: full ones at the end of the list, where rows are mostly appended, and even ones inside, which leave room. A
    /// small rest joins the chunk before it where the two fit into one.
    /// </summary>
    private static void Append(List<T[]> chunks, List<T> merged, bool isLast)
    {
        if (merged.Count is > 0 and < SmallChunk && chunks.Count > 0 && chunks[^1].Length + merged.Count <= MaxChunk)
        {
            chunks[^1] = [.. chunks[^1], .. merged];
            return;
        }

        var pieces = (merged.Count + MaxChunk - 1) / MaxChunk;
        var size = isLast || pieces == 0 ? MaxChunk : (merged.Count + pieces - 1) / pieces;
        for (var start = 0; start < merged.Count; start += size)
            chunks.Add([.. merged.Slice(start, Math.Min(size, merged.Count - start))]);
    }

    /// <summary>What is still to be removed and added, both in order.</summary>
    private sealed class Change((Place[] Places, T[] Rows) removed, (Place[] Places, T[] Rows) added)
    {
        private int _removed;
        private int _added;

        public Place? Next => (_removed < removed.Places.Length, _added < added.Places.Length) switch
        {
            (false, false) => null,
            (true, false) => removed.Places[_removed],
            (false, true) => added.Places[_added],
            _ => removed.Places[_removed].CompareTo(added.Places[_added]) < 0 ? removed.Places[_removed] : added.Places[_added],
        };

        public void AddBefore(Place place, List<T> merged)
        {
            while (_added < added.Places.Length && added.Places[_added].CompareTo(place) < 0)
                merged.Add(added.Rows[_added++]);
        }

        public void AddAt(Place place, List<T> merged)
        {
            while (_added < added.Places.Length && added.Places[_added].CompareTo(place) == 0)
                merged.Add(added.Rows[_added++]);
        }

        public void AddRest(List<T> merged)
        {
            while (_added < added.Places.Length)
                merged.Add(added.Rows[_added++]);
            _removed = removed.Places.Length;
        }

        public bool IsRemoved(Place place)
        {
            while (_removed < removed.Places.Length && removed.Places[_removed].CompareTo(place) < 0)
                _removed++;
            if (_removed == removed.Places.Length || removed.Places[_removed].CompareTo(place) != 0)
                return false;
            _removed++;
            return true;
        }
    }
}
