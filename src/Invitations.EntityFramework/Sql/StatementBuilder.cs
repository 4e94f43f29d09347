using System.Text;

namespace Invitations.Stores.EntityFramework;

/// <summary>Builds a statement whose text depends on what is asked for.</summary>
internal sealed class StatementBuilder(string name)
{
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];

    /// <summary>Adds a value and gives the name of its parameter.</summary>
    public string Value(object? value)
    {
        _values.Add(value);
        return Statement.Parameter(_values.Count - 1);
    }

    public StatementBuilder Append(string text)
    {
        _text.Append(text);
        return this;
    }

    public StatementBuilder AppendJoin<T>(string separator, IEnumerable<T> items, Func<T, string> text)
    {
        _text.AppendJoin(separator, items.Select(text));
        return this;
    }

    public Statement Build() => new(name, _text.ToString(), _values);
}
