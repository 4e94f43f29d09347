namespace Invitations;

/// <summary>Counts what becomes of the invitations of one call.</summary>
internal sealed class BulkTally
{
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);

    public int Read { get; set; }

    public int Done { get; set; }

    public int Unchanged { get; set; }

    public IReadOnlyDictionary<string, int> Skipped => _skipped;

    public BulkChangeProgress Counts => new(Read, Done, Unchanged, _skipped.Values.Sum());

    public void Skip(string code, int count = 1) => _skipped[code] = _skipped.GetValueOrDefault(code) + count;
}
