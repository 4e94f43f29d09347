namespace Invitations;

/// <summary>Rows by 128 bits of a hash, side by side in arrays: 20 bytes a slot, of which four fifths may be taken.</summary>
internal sealed class HashedRows
{
    private const int FirstSize = 16;

    private ulong[] _low = new ulong[FirstSize];
    private ulong[] _high = new ulong[FirstSize];

    /// <summary>The row and one, so that 0 is a free slot.</summary>
    private int[] _rows = new int[FirstSize];
    private int _count;

    public int? Find(ulong low, ulong high)
    {
        var slot = SlotOf(low, high);
        return _rows[slot] is 0 ? null : _rows[slot] - 1;
    }

    public void TryAdd(ulong low, ulong high, int row)
    {
        var slot = SlotOf(low, high);
        if (_rows[slot] is not 0)
            return;
        if ((_count + 1) * 5L > _rows.Length * 4L)
        {
            Grow();
            slot = SlotOf(low, high);
        }

        Set(slot, low, high, row + 1);
        _count++;
    }

    private void Set(int slot, ulong low, ulong high, int stored) => (_low[slot], _high[slot], _rows[slot]) = (low, high, stored);

    /// <summary>The slot with the hash, or the free one where it would be.</summary>
    private int SlotOf(ulong low, ulong high)
    {
        var slot = (int)(low % (ulong)_rows.Length);
        while (_rows[slot] is not 0 && (_low[slot] != low || _high[slot] != high))
            slot = slot + 1 == _rows.Length ? 0 : slot + 1;
        return slot;
    }

    private void Grow()
    {
        var (low, high, rows) = (_low, _high, _rows);
        var size = rows.Length + (rows.Length / 2);
        (_low, _high, _rows) = (new ulong[size], new ulong[size], new int[size]);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is not 0)
                Set(SlotOf(low[i], high[i]), low[i], high[i], rows[i]);
        }
    }
}
