namespace Invitations;

/// <summary>A mistake in a template, or something that is missing.</summary>
/// <param name="Language">The language of the template, or null where it has none.</param>
/// <param name="Part">The name of the part, such as <c>Subject</c>, or null where it is about all of it.</param>
/// <param name="Line">The line within the part, counted from 1, or 0 where it is about all of it.</param>
/// <param name="Problem">What is wrong, and what to write instead, in English, for whoever writes the template.</param>
public sealed record MessageTemplateProblem(string? Language, string? Part, int Line, string Problem)
{
    /// <summary>The problem with its place.</summary>
    public override string ToString() =>
        $"{Language ?? "any language"}{(Part is null ? "" : $", {Part}")}{(Line > 0 ? $", line {Line}" : "")}: {Problem}";
}
