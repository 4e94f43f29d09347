namespace Invitations;

/// <summary>What a dry run found. Nothing was written.</summary>
public sealed class ImportCheck
{
    internal ImportCheck(ImportSource source, ImportCounts counts, ImportProblems problems, bool canBeStaged)
    {
        Source = source;
        Counts = counts;
        Problems = problems.ToList();
        ProblemCount = problems.Count;
        CanBeStaged = canBeStaged;
    }

    /// <summary>What was read: the sheet, its columns, the template that it was made from.</summary>
    public ImportSource Source { get; }

    /// <summary>What would become of the rows. All zero where the file as a whole is refused.</summary>
    public ImportCounts Counts { get; }

    /// <summary>Everything that is wrong, and the warnings, in the order of the file; at most <see cref="ImportOptions.MaxProblems"/>, and then <c>problems.too_many</c>.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    /// <summary>How many problems and warnings there are, listed or not.</summary>
    public int ProblemCount { get; }

    /// <summary>Whether staging the same file with the same options would give a batch, if nothing changes in between.</summary>
    public bool CanBeStaged { get; }
}
