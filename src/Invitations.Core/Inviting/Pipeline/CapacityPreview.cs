namespace Invitations;

/// <summary>What the chunks of a dry run would have used up by now.</summary>
internal sealed class CapacityPreview
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<GrantKind, int> _seats = [];

    /// <summary>How many invitations would be open.</summary>
    public int Opened { get; private set; }

    public int UsedOf(string key) => _used.GetValueOrDefault(key);

    public int SeatsOf(GrantKind kind) => _seats.GetValueOrDefault(kind);

    public void Use(SeatChange change)
    {
        if (change.From == change.To)
            return;
        if (change.From is { } freed)
            _seats[freed] = SeatsOf(freed) - 1;
        if (change.To is { } taken)
            _seats[taken] = SeatsOf(taken) + 1;
    }

    public void Use(IEnumerable<QuotaCounter> counters, bool opens)
    {
        foreach (var counter in counters)
            _used[counter.Key] = UsedOf(counter.Key) + 1;
        if (opens)
            Opened++;
    }
}
