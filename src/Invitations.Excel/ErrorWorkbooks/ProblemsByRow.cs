using System.Globalization;

namespace Invitations;

/// <summary>The problems of an import, found by row.</summary>
internal sealed class ProblemsByRow
{
    private readonly ILookup<int, ImportProblem> _byRow;
    private readonly ILookup<string?, ImportProblem> _byHeader;
    private readonly CultureInfo _culture;
    private readonly int _knownUntil;

    public ProblemsByRow(IReadOnlyCollection<ImportProblem> problems, int headerRow, CultureInfo culture)
    {
        _culture = culture;
        _byRow = problems.Where(problem => problem.Row > headerRow).ToLookup(problem => problem.Row!.Value);
        _byHeader = problems.Where(problem => problem.Row <= headerRow && problem.Column is not null).ToLookup(problem => problem.Column);
        OfFile = [.. problems.Where(problem => problem.Row is null || (problem.Row <= headerRow && problem.Column is null)).Select(Message)];
        MissingFields =
        [
            .. problems.Where(problem => problem.Code == InvitationErrorCodes.ColumnMissing).Select(problem => problem.Error.Field).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        var isCutOff = problems.Any(problem => problem.Code == InvitationErrorCodes.ProblemsTooMany);
        _knownUntil = isCutOff ? problems.Max(problem => problem.Row ?? 0) : int.MaxValue;
    }

    /// <summary>What is wrong with the file as a whole.</summary>
    public IReadOnlyList<string> OfFile { get; }

    /// <summary>The fields whose columns the file lacks.</summary>
    public IReadOnlyList<string> MissingFields { get; }

    public IReadOnlyList<string> OfHeader(string column) => [.. _byHeader[column].Select(Message)];

    public IReadOnlyList<ImportProblem> Of(int row) => [.. _byRow[row]];

    /// <summary>Whether a row is known to be right: it has no problem but warnings, and the list of problems goes so far.</summary>
    public bool IsCorrect(int row) => row < _knownUntil && _byRow[row].All(problem => problem.IsWarning);

    public string Message(ImportProblem problem) => problem.Error.GetMessage(_culture);
}
