namespace Invitations;

/// <summary>Gathers problems up to a limit, counts the others, and says so.</summary>
internal sealed class ImportProblems(int max)
{
    private readonly int _max = Math.Max(1, max);
    private readonly List<ImportProblem> _listed = [];

    public int Count { get; private set; }

    public bool HasErrors { get; private set; }

    public bool IsFull => _listed.Count == _max;

    public void Add(ImportProblem problem)
    {
        Count++;
        HasErrors |= !problem.IsWarning;
        if (!IsFull)
            _listed.Add(problem);
    }

    public void Add(IEnumerable<ImportProblem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    public IReadOnlyList<ImportProblem> ToList() => Count <= _max ? _listed : [.. _listed, new() { Error = TooMany() }];

    private InvitationError TooMany() => new(InvitationErrorCodes.ProblemsTooMany)
    {
        Arguments = new Dictionary<string, object>(1, StringComparer.Ordinal) { ["limit"] = _max },
    };
}
