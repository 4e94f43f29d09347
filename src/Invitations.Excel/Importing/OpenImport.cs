namespace Invitations;

/// <summary>A file that is open, with its headers bound.</summary>
internal sealed class OpenImport(Spreadsheet spreadsheet, SheetLayout layout, ImportOptions options) : IDisposable
{
    public SheetLayout Layout { get; } = layout;

    /// <summary>Reads the rows from the first on.</summary>
    /// <param name="warn">Is told of what is wrong with a column as a whole.</param>
    public IEnumerable<ImportRow> Read(Action<ImportProblem> warn) => new RowReader(Layout, options, warn).Read();

    /// <summary>Says where in the file the reasons of refusals are. Reads the refused rows again, as nobody has kept what their cells say.</summary>
    /// <param name="refused">The results of rows of this file, in their order.</param>
    public IEnumerable<ImportProblem> ProblemsOf(IReadOnlyList<InviteResult> refused)
    {
        if (refused.Count == 0)
            yield break;
        var next = 0;
        foreach (var row in Read(_ => { }))
        {
            if (row.Cells.Number != refused[next].Row)
                continue;
            foreach (var problem in ProblemsOf(row, refused[next]))
                yield return problem;
            if (++next == refused.Count)
                yield break;
        }
    }

    /// <summary>Everything that is wrong with one row, in the order of the columns: its cells, and what the pipeline found.</summary>
    public IEnumerable<ImportProblem> ProblemsOf(ImportRow row, InviteResult result)
    {
        var found = result.Errors.Where(error => !IsKnown(row, error)).Select(error => ProblemOf(row, error, isWarning: false));
        var warnings = result.Warnings.Select(warning => ProblemOf(row, warning, isWarning: true));
        return row.Problems.Concat(found).Concat(warnings).OrderBy(problem => problem.Column?.Length ?? 0).ThenBy(problem => problem.Column, StringComparer.Ordinal);
    }

    public void Dispose() => spreadsheet.Dispose();

    private ImportProblem ProblemOf(ImportRow row, InvitationError error, bool isWarning) =>
        RowReader.ProblemOf(row.Cells, Layout.Of(error), error, isWarning);

    /// <summary>What a cell could not be read for is there all the same: that a value is missing is no second problem.</summary>
    private static bool IsKnown(ImportRow row, InvitationError error)
    {
        foreach (var problem in row.Problems)
        {
            if (error.Code == problem.Code && error.Field == problem.Error.Field)
                return true;
            if (error.Field == problem.Error.Field && error.Code == InvitationErrorCodes.ValueMissing)
                return true;
            if (error.Code == InvitationErrorCodes.RecipientMissing && problem.Error.Field is SpreadsheetColumnKeys.Email or SpreadsheetColumnKeys.Phone or SpreadsheetColumnKeys.Identifier)
                return true;
        }

        return false;
    }
}
