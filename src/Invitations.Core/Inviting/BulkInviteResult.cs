namespace Invitations;

/// <summary>What became of a list, or in a dry run would.</summary>
public sealed class BulkInviteResult
{
    internal BulkInviteResult(Guid? batchId, IReadOnlyList<InviteResult> rows, IReadOnlyList<InvitationError> errors)
    {
        BatchId = batchId;
        Rows = rows;
        Errors = errors;
    }

    /// <summary>The id that all invitations made by the list carry, or null where none was made.</summary>
    public Guid? BatchId { get; }

    /// <summary>One result for each row, in the order of the list. Empty where the list as a whole was refused.</summary>
    public IReadOnlyList<InviteResult> Rows { get; }

    /// <summary>Why the list as a whole was refused: empty, too large, all-or-nothing with a wrong row, or done before under the same idempotency key with other rows. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }

    /// <summary>Whether every row succeeded.</summary>
    public bool Succeeded => Errors.Count == 0 && Rows.All(row => row.Succeeded);

    /// <summary>How many rows had an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(InviteOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
