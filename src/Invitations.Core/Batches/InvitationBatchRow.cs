namespace Invitations;

/// <summary>One row of a batch, and what became of it.</summary>
public sealed class InvitationBatchRow
{
    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The place of the row among those of the batch, counted from 1 without gaps.</summary>
    public required int Position { get; init; }

    /// <summary>The position of the row where it came from (see <see cref="Invite.Row"/>), such as the row of a sheet.</summary>
    public required int Row { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchRowStatus Status { get; init; }

    /// <summary>The person as staged, or null where the row does not wait.</summary>
    public Invite? Invite { get; init; }

    /// <summary>The recipient in canonical form, or null where the row does not wait or nobody in particular is meant.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>What sending it came to, or null while it has not been tried.</summary>
    public InviteOutcome? Outcome { get; init; }

    /// <summary>The invitation that was made of it, issued again or merged into, or null.</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>Why it was refused, when it was staged or when it was last to be sent. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; init; } = [];

    /// <summary>The position and the status; nothing personal.</summary>
    public override string ToString() => $"Row {Row}: {Status}";
}
