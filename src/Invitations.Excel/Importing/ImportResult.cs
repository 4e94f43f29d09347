namespace Invitations;

/// <summary>What became of staging a file.</summary>
public sealed class ImportResult
{
    internal ImportResult(ImportSource source, InvitationBatch? batch, int refusedRows, ImportProblems problems)
    {
        Source = source;
        Batch = batch;
        RefusedRows = refusedRows;
        Problems = problems.ToList();
        ProblemCount = problems.Count;
    }

    /// <summary>Whether there is a batch now. With <see cref="BatchMode.ValidRowsOnly"/> rows may have been refused all the same.</summary>
    public bool Succeeded => Batch is not null;

    /// <summary>The batch, to be sent with <see cref="IInvitationBatches.SendAsync"/>, or null where there is none.</summary>
    public InvitationBatch? Batch { get; }

    /// <summary>What was read: the sheet, its columns, the template that it was made from.</summary>
    public ImportSource Source { get; }

    /// <summary>How many rows were refused.</summary>
    public int RefusedRows { get; }

    /// <summary>Everything that is wrong, and the warnings; at most <see cref="ImportOptions.MaxProblems"/>, and then <c>problems.too_many</c>.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    /// <summary>How many problems and warnings there are, listed or not; of the refused rows only those that a batch reports count (see <see cref="BatchStageOptions.MaxReported"/>).</summary>
    public int ProblemCount { get; }
}
