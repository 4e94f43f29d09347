namespace Invitations;

/// <summary>What became of staging a batch.</summary>
public sealed class BatchStageResult
{
    internal BatchStageResult(InvitationBatch? batch, IReadOnlyList<InviteResult> refused, int refusedCount, IReadOnlyList<InvitationError> errors)
    {
        Batch = batch;
        Refused = refused;
        RefusedCount = refusedCount;
        Errors = errors;
    }

    /// <summary>Whether there is a batch now. With <see cref="BatchMode.ValidRowsOnly"/> rows may have been refused all the same.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The batch, or null where there is none.</summary>
    public InvitationBatch? Batch { get; }

    /// <summary>The refused rows with every reason, in the order of the rows; at most <see cref="BatchStageOptions.MaxReported"/>.</summary>
    public IReadOnlyList<InviteResult> Refused { get; }

    /// <summary>How many rows were refused, reported or not.</summary>
    public int RefusedCount { get; }

    /// <summary>Why there is no batch: empty, too large, all-or-nothing with a wrong row, no right row at all, a name that cannot be used, another batch under the same key. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
