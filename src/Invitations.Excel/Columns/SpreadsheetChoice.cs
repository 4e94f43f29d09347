using System.Globalization;

namespace Invitations;

/// <summary>A value that a cell can have: what is kept, what people are shown, and every way in which they may write it.</summary>
/// <param name="value">What is kept.</param>
/// <param name="shown">What a drop-down list shows in a language.</param>
/// <param name="names">Other ways to write it.</param>
internal sealed class SpreadsheetChoice(string value, Func<CultureInfo, string> shown, params IEnumerable<string> names)
{
    /// <summary>A choice that is written as it is kept.</summary>
    public SpreadsheetChoice(string value)
        : this(value, _ => value)
    {
    }

    public string Value { get; } = value;

    /// <summary>Everything that means this value, compared ignoring case: the value, its names, and what is shown in any language.</summary>
    public IReadOnlySet<string> Names { get; } =
        new HashSet<string>([value, .. names, .. ColumnTexts.Cultures.Select(shown)], StringComparer.OrdinalIgnoreCase);

    public string ShownIn(CultureInfo culture) => shown(culture);
}
