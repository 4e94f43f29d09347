namespace Invitations;

/// <summary>
/// Reads a file of texts: sections in brackets, <c>Name: text</c> in each, indented lines go on with the text before, <c>#</c> begins a
/// comment. The built-in texts and those of a host have this one form.
/// </summary>
internal sealed class TextFile
{
    private readonly Dictionary<(string Section, string Name), string> _texts = [];

    private TextFile()
    {
    }

    public IEnumerable<(string Section, string Name)> Keys => _texts.Keys;

    public string? Find(string section, string name) => _texts.GetValueOrDefault((section, name));

    /// <exception cref="FormatException">A line is not understood; the message has its number.</exception>
    public static TextFile Parse(string content)
    {
        var file = new TextFile();
        var section = "";
        (string Section, string Name)? last = null;
        var number = 0;
        foreach (var line in content.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#')
                continue;
            if (char.IsWhiteSpace(line[0]))
            {
                file._texts[last ?? throw Mistake(number, "An indented line goes on with the text before it, and there is none.")] += $"\n{line.Trim()}";
                continue;
            }

            if (line[0] == '[')
            {
                var end = line.IndexOf(']');
                section = end > 0 ? line[1..end].Trim().ToString() : throw Mistake(number, "The section is not closed: ] is missing.");
                last = null;
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon < 1)
                throw Mistake(number, "Expected 'Name: text', a section in brackets, or an indented line that goes on.");
            last = (section, line[..colon].Trim().ToString());
            if (!file._texts.TryAdd(last.Value, line[(colon + 1)..].Trim().ToString()))
                throw Mistake(number, $"'{last.Value.Name}' is there twice in [{section}].");
        }

        return file;
    }

    private static FormatException Mistake(int line, string problem) => new($"line {line}: {problem}");
}
