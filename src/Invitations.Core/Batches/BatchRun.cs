using Invitations.Stores;

namespace Invitations;

/// <summary>What one node has done of an order to send.</summary>
internal sealed class BatchRun(StoredBatch batch)
{
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);

    /// <summary>The batch as it was last read or written; null where it is gone.</summary>
    public StoredBatch? Batch { get; set; } = batch;

    /// <summary>Whether everything that was ordered is done.</summary>
    public bool IsFinished { get; set; }

    public BatchProgress Progress { get; private set; }

    public IReadOnlyDictionary<string, int> Refused => _refused;

    public void Count(IReadOnlyList<InviteResult> results)
    {
        var sent = results.Count(result => result.Succeeded);
        Progress = new(Progress.Read + results.Count, Progress.Done + sent, Progress.Refused + results.Count - sent);
        foreach (var result in results.Where(result => result.Errors.Count > 0))
            _refused[result.Errors[0].Code] = _refused.GetValueOrDefault(result.Errors[0].Code) + 1;
    }
}
