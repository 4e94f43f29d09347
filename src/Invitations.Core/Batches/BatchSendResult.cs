namespace Invitations;

/// <summary>What became of sending a batch.</summary>
public sealed class BatchSendResult
{
    internal BatchSendResult(InvitationBatch? batch, BatchProgress counts, IReadOnlyDictionary<string, int> refused, IReadOnlyList<InvitationError>? errors = null)
    {
        Batch = batch;
        Counts = counts;
        Refused = refused;
        Errors = errors ?? [];
    }

    /// <summary>Whether it was sent to the end, or scheduled. Single rows may have been refused all the same; they go on waiting.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The batch as it is now, or null where the caller cannot see it.</summary>
    public InvitationBatch? Batch { get; }

    /// <summary>How many rows this call looked at, sent and refused. All 0 where it was scheduled.</summary>
    public BatchProgress Counts { get; }

    /// <summary>How many rows were refused, by the code of the first reason; <see cref="IInvitationBatches.ListRowsAsync"/> tells all reasons of each.</summary>
    public IReadOnlyDictionary<string, int> Refused { get; }

    /// <summary>Why nothing was sent, or not all that was ordered: the batch is unknown, being sent by somebody else, withdrawn, or was stopped. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
