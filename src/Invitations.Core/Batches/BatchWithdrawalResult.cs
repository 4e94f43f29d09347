namespace Invitations;

/// <summary>What became of withdrawing a batch.</summary>
public sealed class BatchWithdrawalResult
{
    internal BatchWithdrawalResult(InvitationBatch? batch, BulkChangeProgress revoked, IReadOnlyDictionary<string, int> skipped, IReadOnlyList<InvitationError>? errors = null)
    {
        Batch = batch;
        Revoked = revoked;
        Skipped = skipped;
        Errors = errors ?? [];
    }

    /// <summary>Whether it was withdrawn. Single invitations may have been skipped all the same.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The batch as it is now, or null.</summary>
    public InvitationBatch? Batch { get; }

    /// <summary>How many open invitations of the batch were looked at, revoked and skipped.</summary>
    public BulkChangeProgress Revoked { get; }

    /// <summary>How many invitations were skipped, by the code of the first reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; }

    /// <summary>Why it was not withdrawn. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
