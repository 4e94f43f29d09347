namespace Invitations.Stores.EntityFramework;

/// <summary>One SQL statement with its values.</summary>
/// <param name="Name">What it does, for the log.</param>
/// <param name="Text">The text, in which <c>@p0</c> stands for the first value.</param>
/// <param name="Values">The values.</param>
internal sealed record Statement(string Name, string Text, IReadOnlyList<object?> Values)
{
    public Statement(string name, string text, params object?[] values)
        : this(name, text, (IReadOnlyList<object?>)values)
    {
    }

    /// <summary>The types of the values by their position, where some may be null; the database then sees the same types every time.</summary>
    public IReadOnlyList<Type> Types { get; init; } = [];

    /// <summary>Further values to run the same text with, one after the other. They are of the same number and types.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> More { get; init; } = [];

    /// <summary>Whether it only reads.</summary>
    public bool IsRead => Text.StartsWith("SELECT", StringComparison.Ordinal);

    /// <summary>The names of the parameters, made once for all statements.</summary>
    public static string Parameter(int index) => index < Names.Length ? Names[index] : $"@p{index}";

    private static readonly string[] Names = [.. Enumerable.Range(0, 4096).Select(index => $"@p{index}")];
}
