namespace Invitations;

/// <summary>A cleaned text, or the reason why it is not taken.</summary>
/// <param name="Value">The cleaned text; null where nothing was said, and where the text is refused.</param>
/// <param name="Problem">The reason, or <see cref="PersonTextProblem.None"/>.</param>
public readonly record struct PersonTextResult(string? Value, PersonTextProblem Problem)
{
    /// <summary>Whether the text is taken. A missing or blank text is taken too, as null: whether it is required is another question.</summary>
    public bool Succeeded => Problem == PersonTextProblem.None;

    internal static PersonTextResult Refused(PersonTextProblem problem) => new(null, problem);
}
