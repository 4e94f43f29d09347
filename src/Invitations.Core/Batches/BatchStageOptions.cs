namespace Invitations;

/// <summary>How to stage a batch.</summary>
public sealed record BatchStageOptions
{
    /// <summary>The most refused rows that a result holds: 10,000. <see cref="BatchStageResult.RefusedCount"/> counts them all.</summary>
    public const int MaxReported = 10_000;

    /// <summary>What people call the batch, at most 200 characters, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What holds for every row that does not say otherwise. Its mode, idempotency key and dry run are not looked at.</summary>
    public InviteOptions Invite { get; init; } = new();

    /// <summary>Whether one wrong row refuses the whole batch. The default value is <see cref="BatchMode.AllOrNothing"/>.</summary>
    public BatchMode Mode { get; init; } = BatchMode.AllOrNothing;

    /// <summary>
    /// A key of the caller's own, at most 200 characters, or null. The same key with the same rows goes on where an interrupted call stopped, and gives the
    /// batch again once it is complete: no row is staged twice. The same key with other rows is <c>idempotency.conflict</c>.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
