using Invitations.Stores;

namespace Invitations;

/// <summary>How far one call that stages has come.</summary>
internal sealed class BatchStaging(InviteOperation operation, StoredBatch batch, BatchFingerprint fingerprint, BatchMode mode)
{
    private readonly List<InviteResult> _refused = [];
    private int _staged;

    public InviteOperation Operation => operation;

    public BatchMode Mode => mode;

    /// <summary>The batch as it was last read or written.</summary>
    public StoredBatch Batch { get; set; } = batch;

    /// <summary>How many rows have been taken from the caller.</summary>
    public int Position { get; private set; }

    /// <summary>Whether nothing is written any more, because a row of an all-or-nothing batch was refused: the rest is only looked at.</summary>
    public bool IsRefused { get; set; }

    public IReadOnlyList<InviteResult> Refused => _refused;

    public int RefusedCount { get; private set; }

    public BatchProgress Progress => new(Position, _staged, RefusedCount);

    /// <summary>Whether more rows are stored than were taken: an earlier call, or another one just now, has staged them.</summary>
    public bool IsBehind => Position < Batch.Batch.Counts.Rows;

    /// <summary>Whether what was taken is what is stored, as far as that goes.</summary>
    public bool IsSame => IsBehind || string.Equals(fingerprint.ToString(), Batch.Fingerprint, StringComparison.Ordinal);

    /// <summary>Goes on past rows that are stored.</summary>
    public void Take(IEnumerable<byte[]> prints)
    {
        foreach (var print in prints)
        {
            fingerprint.Add(print);
            Position++;
        }
    }

    public void Pass(int rows) => Position += rows;

    public void Staged(int rows) => _staged += rows;

    public void Refuse(IReadOnlyList<InviteResult> rows, int count)
    {
        RefusedCount += count;
        _refused.AddRange(rows.Take(BatchStageOptions.MaxReported - _refused.Count));
    }

    /// <summary>The fingerprint as it will be once rows are written.</summary>
    public string After(IEnumerable<byte[]> prints)
    {
        var next = fingerprint.Clone();
        foreach (var print in prints)
            next.Add(print);
        return next.ToString();
    }

    public BatchStageResult Failed(InvitationError error) => new(null, _refused, RefusedCount, [error]);
}
