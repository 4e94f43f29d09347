using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>All columns that a tenant's spreadsheet can have, in the order in which a template shows them.</summary>
internal sealed class SpreadsheetColumns
{
    private readonly Dictionary<string, SpreadsheetColumn> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpreadsheetColumn> _byHeader = new(StringComparer.Ordinal);

    public SpreadsheetColumns(IEnumerable<SpreadsheetColumn> columns)
    {
        All = [.. columns];
        foreach (var column in All)
            _byKey.TryAdd(column.Key, column);

        // A key or label of one column wins over another word for a different one.
        foreach (var column in All)
            _byHeader.TryAdd(HeaderText.Normalise(column.Key), column);
        foreach (var column in All)
        {
            foreach (var name in column.Names)
                _byHeader.TryAdd(HeaderText.Normalise(name), column);
        }

        foreach (var column in All)
        {
            foreach (var culture in ColumnTexts.Cultures)
                _byHeader.TryAdd(HeaderText.Normalise(Qualified(column, culture)), column);
        }

        Fingerprint = FingerprintOf(All);
    }

    public IReadOnlyList<SpreadsheetColumn> All { get; }

    /// <summary>Differs when the tenant's columns do. Columns of single groups do not count: a template has those that somebody chose.</summary>
    public string Fingerprint { get; }

    public bool TryFind(string key, [NotNullWhen(true)] out SpreadsheetColumn? column) => _byKey.TryGetValue(key, out column);

    /// <summary>Finds the column that a header names, by its key, by its label in any language or by another word for it.</summary>
    public bool TryFindByHeader(string header, [NotNullWhen(true)] out SpreadsheetColumn? column) =>
        _byHeader.TryGetValue(HeaderText.Normalise(header), out column);

    /// <summary>The header to write: the label, with the key behind it where the label alone is understood as another column.</summary>
    public string HeaderOf(SpreadsheetColumn column, CultureInfo culture)
    {
        var label = column.LabelIn(culture);
        if (TryFindByHeader(label, out var found) && ReferenceEquals(found, column))
            return label;
        return TryFindByHeader(Qualified(column, culture), out found) && ReferenceEquals(found, column) ? Qualified(column, culture) : column.Key;
    }

    private static string Qualified(SpreadsheetColumn column, CultureInfo culture) => $"{column.LabelIn(culture)} ({column.Key})";

    private static string FingerprintOf(IEnumerable<SpreadsheetColumn> columns)
    {
        var text = new StringBuilder();
        foreach (var column in columns.Where(column => column.Group is null).OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            text.Append(column.Key).Append('\t').Append(column.Kind).Append('\t').Append(column.IsRequired);
            foreach (var choice in column.Choices.Where(_ => column.Key != SpreadsheetColumnKeys.Groups))
                text.Append('\t').Append(choice.Value);
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 4));
    }
}
