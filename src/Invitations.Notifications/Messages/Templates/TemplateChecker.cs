namespace Invitations;

/// <summary>
/// Reads a template before the engine does and lets through what is safe and understood: the known names, <c>if</c>, <c>unless</c>,
/// <c>each</c>, <c>else</c> and comments. No raw output, no partials, no helpers, no paths into objects.
/// </summary>
internal static class TemplateChecker
{
    private const int LongestText = 100_000;

    /// <returns>The first mistake and its line, or null.</returns>
    public static (int Line, string Problem)? Check(string text, IReadOnlySet<string> names)
    {
        if (text.Length > LongestText)
            return (0, $"The template has more than {LongestText:N0} characters.");

        var open = new Stack<(string Block, string Name)>();
        var position = 0;
        while (text.IndexOf("{{", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            if (start > 0 && text[start - 1] == '\\')
                return At(text, start, "A backslash in front of {{ is not supported. Leave it out.");
            if (text.AsSpan(start).StartsWith("{{!", StringComparison.Ordinal))
            {
                var end = EndOfComment(text, start);
                if (end < 0)
                    return At(text, start, "The comment is not closed: }} is missing.");
                position = end;
                continue;
            }

            var close = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (close < 0)
                return At(text, start, "{{ is not closed: }} is missing.");
            if (text.AsSpan(start).StartsWith("{{{", StringComparison.Ordinal) || text.AsSpan(close).StartsWith("}}}", StringComparison.Ordinal))
                return At(text, start, "Three braces are not allowed: every value is encoded. Write {{name}}; put a space between it and a brace that belongs to CSS.");
            if (Tag(text[(start + 2)..close].Trim('~', ' ', '\t', '\r', '\n'), names, open) is { } problem)
                return At(text, start, problem);
            position = close + 2;
        }

        return open.TryPeek(out var left) ? (0, $"{{{{#{left.Block} {left.Name}}}}} is not closed: {{{{/{left.Block}}}}} is missing.") : null;
    }

    private static string? Tag(string tag, IReadOnlySet<string> names, Stack<(string Block, string Name)> open)
    {
        var words = tag.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [['#', .. var block], var name] => Open(block, name, names, open),
            [['/', .. var block]] => Close(block, open),
            ["else"] when open.Count > 0 => null,
            ["else", "if", var name] when open.TryPeek(out var inner) && inner.Block == "if" => Unknown(name, names, open),
            [var name] => Unknown(name, names, open),
            _ => $"{{{{{tag}}}}} is not understood. Allowed are {{{{name}}}}, {{{{#if name}}}}, {{{{#unless name}}}}, {{{{#each name}}}}, {{{{else}}}} and {{{{! a comment }}}}.",
        };
    }

    private static string? Open(string block, string name, IReadOnlySet<string> names, Stack<(string Block, string Name)> open)
    {
        if (block is not ("if" or "unless" or "each"))
            return $"{{{{#{block}}}}} is not known. Allowed are {{{{#if name}}}}, {{{{#unless name}}}} and {{{{#each name}}}}.";
        if (Unknown(name, names, open) is { } unknown)
            return unknown;
        if (block == "each" && !(TemplateNames.Lists.Contains(name) && names.Contains(name)))
            return $"{{{{#each {name}}}}}: '{name}' is no list.";
        if (block == "each" && open.Any(outer => outer.Block == "each"))
            return "{{#each}} within {{#each}} is not supported.";
        open.Push((block, name));
        return null;
    }

    private static string? Close(string block, Stack<(string Block, string Name)> open) =>
        open.TryPop(out var last) && last.Block == block ? null : $"{{{{/{block}}}}} closes nothing that is open here.";

    private static string? Unknown(string name, IReadOnlySet<string> names, Stack<(string Block, string Name)> open)
    {
        if (open.Any(block => block.Block == "each"))
            return name is "this" or "@first" or "@last" ? null : $"Within {{{{#each}}}} there are {{{{this}}}}, @first and @last, and not '{name}'.";
        if (names.Contains(name))
            return null;
        var near = names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            ?? names.Where(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase) || known.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(known => Math.Abs(known.Length - name.Length)).FirstOrDefault();
        return near is not null
            ? $"'{name}' is not known here. Is '{near}' meant?"
            : $"'{name}' is not known here. There are: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
    }

    private static int EndOfComment(string text, int start)
    {
        var isLong = text.AsSpan(start).StartsWith("{{!--", StringComparison.Ordinal);
        var end = text.IndexOf(isLong ? "--}}" : "}}", start, StringComparison.Ordinal);
        return end < 0 ? end : end + (isLong ? 4 : 2);
    }

    private static (int Line, string Problem) At(string text, int position, string problem) =>
        (text.AsSpan(0, position).Count('\n') + 1, problem);
}
