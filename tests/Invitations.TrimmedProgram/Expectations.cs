namespace Invitations.TrimmedProgram;

/// <summary>Compares what happened with what should have, and remembers the differences.</summary>
internal sealed class Expectations
{
    private readonly List<string> _differences = [];
    private int _count;

    public void Same<T>(string what, T expected, T actual)
    {
        _count++;
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            _differences.Add($"{what}: expected '{expected}', got '{actual}'");
    }

    public void Holds(string what, bool condition) => Same(what, true, condition);

    public int Report()
    {
        foreach (var difference in _differences)
            Console.Error.WriteLine(difference);
        Console.WriteLine($"{_count - _differences.Count} of {_count} expectations hold.");
        return _differences.Count == 0 ? 0 : 1;
    }
}
