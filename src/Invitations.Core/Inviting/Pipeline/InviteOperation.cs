namespace Invitations;

/// <summary>One call of the service: what holds for all its chunks.</summary>
internal sealed class InviteOperation
{
    private readonly SeenKeys _seen = new();

    public required OperationContext Context { get; init; }

    public required InviteOptions Options { get; init; }

    /// <summary>Whether the rows come one by one and cannot all be remembered.</summary>
    public bool IsStream { get; init; }

    /// <summary>The idempotency key, or null; a dry run leaves nothing behind to give again.</summary>
    public string? Key => Options.DryRun || string.IsNullOrEmpty(Options.IdempotencyKey) ? null : Options.IdempotencyKey;

    /// <summary>The hash of the whole list under an idempotency key; null where it is not known before the end, and each chunk has its own.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Whether the key was used with other rows: nothing more is done under it.</summary>
    public bool IsInConflict { get; set; }

    /// <summary>Null for a single invite.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>What a dry run would have used up by now.</summary>
    public CapacityPreview Preview { get; } = new();

    /// <summary>The row of an earlier chunk that had the key, or null.</summary>
    public int? RowWith(UniqueKey key) => _seen.RowWith(key);

    /// <summary>
    /// Remembers who a row was about. Of a stream only those that were done and that the store does not tell of: an invitation that the stream made
    /// carries its batch, so that memory grows with reinvites, merges and direct grants alone.
    /// </summary>
    public void Remember(InviteRow row, InviteOutcome outcome)
    {
        var isForgotten = IsStream && (outcome is InviteOutcome.Refused || (outcome is InviteOutcome.Invited or InviteOutcome.AwaitingApproval && !Options.DryRun));
        if (isForgotten)
            return;
        foreach (var key in row.Keys)
            _seen.Remember(key, row.Policy.Row);
    }
}
