namespace Invitations;

/// <summary>What became of a change to a batch.</summary>
public sealed class BatchResult
{
    internal BatchResult(InvitationBatch batch) => Batch = batch;

    internal BatchResult(IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The batch as it is now, or was before it was deleted; null where nothing was done.</summary>
    public InvitationBatch? Batch { get; }

    /// <summary>Every reason why not. Empty if it was done.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];
}
