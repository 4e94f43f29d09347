using HandlebarsDotNet;

namespace Invitations;

/// <summary>Everything that one message needs, in one language, ready to run.</summary>
internal sealed class CompiledTemplate(string language, HandlebarsTemplate<object, object>?[] parts, DateWords dates)
{
    public string Language { get; } = language;

    public bool IsRightToLeft { get; } = WritingDirection.IsRightToLeft(language);

    public DateWords Dates { get; } = dates;

    /// <returns>The text of a part, or an empty one where there is no such part.</returns>
    public string Run(TemplatePart part, object names) => parts[(int)part]?.Invoke(names) ?? "";

    public bool Has(TemplatePart part) => parts[(int)part] is not null;
}
