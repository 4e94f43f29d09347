namespace Invitations;

/// <summary>Something that happened to a batch and has been committed. What became of single people is an <see cref="InvitationEvent"/> each.</summary>
/// <param name="Kind">What.</param>
/// <param name="Batch">The batch as it is after it.</param>
/// <param name="At">When.</param>
public sealed record InvitationBatchEvent(InvitationBatchEventKind Kind, InvitationBatch Batch, DateTimeOffset At);
