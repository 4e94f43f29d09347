namespace Invitations;

/// <summary>Which column of a sheet fills what, and what is wrong with its headers.</summary>
internal sealed class SheetLayout
{
    private readonly ColumnBinding?[] _bindings;
    private readonly Dictionary<string, ColumnBinding> _byErrorField = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headers;

    public SheetLayout(SpreadsheetSheet sheet, IReadOnlyList<ColumnBinding> bindings, IReadOnlyList<ImportProblem> problems, ImportSource source)
    {
        Sheet = sheet;
        _headers = [.. source.Columns.Select(column => column.Column)];
        Problems = problems;
        Source = source;
        _bindings = new ColumnBinding?[bindings.Select(binding => binding.Number).Append(0).Max() + 1];
        foreach (var binding in bindings)
        {
            _bindings[binding.Number] = binding;
            _byErrorField.TryAdd(binding.Column.ErrorField, binding);
        }
    }

    public SpreadsheetSheet Sheet { get; }

    public IReadOnlyList<ImportProblem> Problems { get; }

    public ImportSource Source { get; }

    /// <summary>The rows below the headers.</summary>
    public IEnumerable<SpreadsheetRow> Rows => Sheet.Rows.SkipWhile(row => row.Number <= Source.HeaderRow);

    public ColumnBinding? At(int column) => column < _bindings.Length ? _bindings[column] : null;

    public bool HasHeader(int column) => _headers.Contains(CellReference.ColumnName(column));

    /// <summary>The column that an error is about, or null where it is about the whole row or the file has no such column.</summary>
    public ColumnBinding? Of(InvitationError error) => error.Field is { } field ? _byErrorField.GetValueOrDefault(field) : null;
}
