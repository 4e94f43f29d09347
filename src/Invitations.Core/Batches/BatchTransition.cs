using Invitations.Stores;

namespace Invitations;

/// <summary>The ways in which a batch changes.</summary>
internal static class BatchTransition
{
    /// <summary>How long somebody may work on one chunk before another one goes on in their place.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>The next version of a batch.</summary>
    public static StoredBatch Next(this StoredBatch after, StoredBatch before) =>
        after with { Batch = after.Batch with { Version = before.Batch.Version + 1 } };

    /// <summary>Whether somebody is working on it.</summary>
    public static bool IsClaimed(this StoredBatch stored, DateTimeOffset now) => stored.Claim is not null && stored.DueAt > now;

    /// <summary>The batch with nothing ordered, and in the status that follows from its rows.</summary>
    public static StoredBatch Unordered(this StoredBatch stored) => stored with
    {
        Batch = stored.Batch with
        {
            Status = stored.Batch.Counts.Waiting == 0 ? InvitationBatchStatus.Sent : InvitationBatchStatus.Staged,
            SendAt = null,
            SendGroups = [],
        },
        Order = null,
        Claim = null,
        SentThrough = 0,
        DueAt = null,
    };

    /// <summary>The batch as somebody works on it.</summary>
    public static StoredBatch ClaimedBy(this StoredBatch stored, Guid claim, DateTimeOffset now) => stored with
    {
        Batch = stored.Batch with { Status = InvitationBatchStatus.Sending },
        Claim = claim,
        DueAt = now + Lease,
    };

    /// <summary>The batch as it is deleted; nobody sees it any more, and its key is free.</summary>
    public static StoredBatch Deleting(this StoredBatch stored, DateTimeOffset now) => stored.Unordered() with
    {
        Batch = stored.Batch with { Status = InvitationBatchStatus.Deleting },
        IdempotencyKey = null,
        DueAt = now,
    };

    /// <summary>The batch as it is taken back.</summary>
    public static StoredBatch Withdrawn(this StoredBatch stored, DateTimeOffset now)
    {
        var unordered = stored.Unordered();
        return unordered with { Batch = unordered.Batch with { Status = InvitationBatchStatus.Withdrawn, WithdrawnAt = now } };
    }

    /// <summary>The batch with so many waiting rows let go of. One that is ordered goes on being so.</summary>
    public static StoredBatch Dropping(this StoredBatch stored, int rows)
    {
        var counts = stored.Batch.Counts;
        var left = stored with { Batch = stored.Batch with { Counts = counts with { Waiting = counts.Waiting - rows, Dropped = counts.Dropped + rows } } };
        return left.Batch.Status is InvitationBatchStatus.Staged ? left.Unordered() : left;
    }
}
