namespace Invitations;

/// <summary>Binds the columns of a file to what their headers mean, and tells of those that are unknown, twice there or missing.</summary>
internal sealed class HeaderBinding(HeaderRow header, SpreadsheetColumns columns, UnknownColumnRule unknown)
{
    private readonly List<ColumnBinding> _bindings = [];
    private readonly List<ImportColumn> _columns = [];
    private readonly List<ImportProblem> _problems = [];

    /// <summary>What a header means: what it says, or where that is not known, what the template has marked its column with.</summary>
    public static SpreadsheetColumn? ColumnOf(HeaderRow header, SpreadsheetCell cell, SpreadsheetColumns columns)
    {
        if (columns.TryFindByHeader(cell.Text, out var column))
            return column;
        return header.Marks.TryGetValue(cell.Column, out var mark) && columns.TryFind(mark.Key, out column) ? column : null;
    }

    public SheetLayout Bind()
    {
        foreach (var cell in header.Row.Cells)
            Bind(cell);
        TellOfMissing();
        var isOutdated = header.Marks.Values.Any(mark => mark.Version < TemplateMark.CurrentVersion || mark.Fingerprint != columns.Fingerprint);
        if (isOutdated)
            _problems.Add(new() { Error = new(InvitationErrorCodes.TemplateOutdated), IsWarning = true });
        var source = new ImportSource
        {
            Sheet = header.Sheet.Name,
            HeaderRow = header.Row.Number,
            Columns = _columns,
            IsTemplate = header.Marks.Count > 0,
            IsOutdatedTemplate = isOutdated,
        };
        return new(header.Sheet, _bindings, _problems, source);
    }

    private void Bind(SpreadsheetCell cell)
    {
        var text = cell.Text.Trim();
        if (text.Length == 0)
            return;
        var column = ColumnOf(header, cell, columns);
        var letters = CellReference.ColumnName(cell.Column);
        if (column is null)
        {
            TellOfUnknown(letters, text);
        }
        else if (_bindings.Find(bound => ReferenceEquals(bound.Column, column)) is { } twin)
        {
            Tell(letters, text, CellError.Of(InvitationErrorCodes.ColumnDuplicate, column.ErrorField, ("header", text), ("column", letters), ("other", twin.Letters)));
        }
        else if (column.Kind is not SpreadsheetColumnKind.Reason)
        {
            _bindings.Add(new() { Column = column, Number = cell.Column, Header = text, Field = ColumnBinding.FieldOf(column) });
            _columns.Add(new(letters, text, column.Key));
            return;
        }

        _columns.Add(new(letters, text, null));
    }

    private void TellOfUnknown(string letters, string text)
    {
        var error = CellError.Of(InvitationErrorCodes.ColumnUnknown, null, ("header", text), ("column", letters));
        Tell(letters, text, error, isWarning: unknown is UnknownColumnRule.Warn);
    }

    private void TellOfMissing()
    {
        if (!_bindings.Exists(bound => bound.Column.IsRecipient))
            _problems.Add(new() { Error = CellError.Value(InvitationErrorCodes.ColumnMissing, SpreadsheetColumnKeys.Email) });
        foreach (var column in columns.All.Where(column => column.IsRequired && !_bindings.Exists(bound => ReferenceEquals(bound.Column, column))))
        {
            var label = column.LabelIn(System.Globalization.CultureInfo.CurrentUICulture);
            _problems.Add(new() { Error = CellError.Of(InvitationErrorCodes.ColumnMissing, column.ErrorField, ("field", label)) });
        }
    }

    private void Tell(string letters, string text, InvitationError error, bool isWarning = false) =>
        _problems.Add(new() { Row = header.Row.Number, Column = letters, Header = text, Error = error, IsWarning = isWarning });
}
