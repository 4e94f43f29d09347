namespace Invitations;

/// <summary>Counts what would become of the rows of a file, and gathers what is wrong with them.</summary>
internal sealed class ImportTally(OpenImport import, ImportProblems problems, IProgress<ImportProgress>? progress)
{
    private const int ReportEvery = 500;

    // Rows that are on their way through the pipeline, at most one chunk.
    private readonly Queue<ImportRow> _underway = new();
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private InvitationError? _tooLarge;
    private int _rows;
    private int _new;
    private int _needApproval;
    private int _alreadyInvited;
    private int _existingAccounts;
    private int _refused;

    public IEnumerable<Invite> Rows()
    {
        foreach (var row in import.Read(problems.Add))
        {
            _underway.Enqueue(row);
            yield return row.Invite;
        }
    }

    /// <summary>Takes in the result of the next row.</summary>
    public void Add(InviteResult result)
    {
        var row = _underway.Dequeue();
        _rows++;
        if (result.Errors is [{ Code: InvitationErrorCodes.BatchTooLarge } tooLarge])
        {
            _tooLarge ??= tooLarge;
            return;
        }

        Count(row, result);
        problems.Add(import.ProblemsOf(row, result));
        if (_rows % ReportEvery == 0)
            progress?.Report(new(_rows, _refused));
    }

    public ImportCheck ToCheck(BatchMode mode)
    {
        progress?.Report(new(_rows, _refused));
        if (_rows == 0)
            problems.Add(new ImportProblem { Error = new(InvitationErrorCodes.BatchEmpty) });
        if (_tooLarge is not null)
            problems.Add(new ImportProblem { Error = CellError.Of(_tooLarge.Code, null, ("limit", _tooLarge.Arguments["limit"]), ("count", _rows)) });
        var canBeStaged = _tooLarge is null && _rows > 0 && (mode is BatchMode.AllOrNothing ? !problems.HasErrors : _refused < _rows);
        var counts = new ImportCounts
        {
            Rows = _rows,
            New = _new,
            NeedApproval = _needApproval,
            AlreadyInvited = _alreadyInvited,
            ExistingAccounts = _existingAccounts,
            Refused = _refused,
            Reasons = _reasons,
        };
        return new(import.Layout.Source, counts, problems, canBeStaged);
    }

    private void Count(ImportRow row, InviteResult result)
    {
        var codes = row.Problems.Select(problem => problem.Code).Concat(result.Errors.Select(error => error.Code)).ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes)
            _reasons[code] = _reasons.GetValueOrDefault(code) + 1;
        var isRefused = codes.Count > 0 || !result.Succeeded;
        _refused += isRefused ? 1 : 0;
        _alreadyInvited += codes.Contains(InvitationErrorCodes.InvitationAlreadyPending) || result.Outcome is InviteOutcome.Reinvited or InviteOutcome.Merged ? 1 : 0;
        _existingAccounts += codes.Contains(InvitationErrorCodes.AccountExists) || result.Outcome is InviteOutcome.GrantedDirectly ? 1 : 0;
        _new += !isRefused && result.Outcome is InviteOutcome.Invited ? 1 : 0;
        _needApproval += !isRefused && result.Outcome is InviteOutcome.AwaitingApproval ? 1 : 0;
    }
}
