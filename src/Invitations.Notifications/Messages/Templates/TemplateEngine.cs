using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Invitations;

/// <summary>Compiles templates and keeps what it has compiled, by text: the same words of a thousand tenants are compiled once.</summary>
internal sealed class TemplateEngine
{
    private const int MostKept = 5000;

    // Both refuse a name that is not there; the checker has found it before. The words are plain text, and encoded when they are put into HTML.
    private readonly IHandlebars _html = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });
    private readonly IHandlebars _text = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    private readonly ConcurrentDictionary<(bool IsHtml, string Text), HandlebarsTemplate<object, object>> _compiled = new();

    /// <exception cref="HandlebarsException">The engine refuses the template.</exception>
    public HandlebarsTemplate<object, object> Compile(string text, bool isHtml)
    {
        if (_compiled.TryGetValue((isHtml, text), out var known))
            return known;
        if (_compiled.Count >= MostKept)
            _compiled.Clear();
        return _compiled.GetOrAdd((isHtml, text), static (key, engine) => (key.IsHtml ? engine._html : engine._text).Compile(key.Text), this);
    }
}
