namespace Invitations;

/// <summary>What was written into a file, or why nothing was.</summary>
public sealed class SpreadsheetWriteResult
{
    internal SpreadsheetWriteResult(long rows, params IReadOnlyList<InvitationError> errors)
    {
        Rows = rows;
        Errors = errors;
    }

    /// <summary>Whether the file is whole.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>How many rows were written, without the header.</summary>
    public long Rows { get; }

    /// <summary>Every reason why there is no file, or why it ends too early. Empty if it is whole.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
