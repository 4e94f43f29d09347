namespace Invitations;

/// <summary>Writes the rows of a file back, one at a time, with what is wrong with them.</summary>
internal sealed class ErrorRows(IEnumerable<SpreadsheetRow> rows, IReadOnlyList<ErrorColumn> columns, ProblemsByRow problems, bool leavesOutCorrect) : IDisposable
{
    private const int MostLines = 12;

    private readonly IEnumerator<SpreadsheetRow> _rows = rows.GetEnumerator();
    private readonly Dictionary<int, SpreadsheetCell> _cells = [];
    private int _notes;

    public long Written { get; private set; }

    /// <summary>Writes the next row that belongs into the workbook, and says whether there was one.</summary>
    public bool WriteNext(SheetWriter sheet, List<SheetNote> notes)
    {
        while (_rows.MoveNext())
        {
            if (leavesOutCorrect && problems.IsCorrect(_rows.Current.Number))
                continue;
            Write(_rows.Current, sheet, notes);
            Written++;
            return true;
        }

        return false;
    }

    public void Dispose() => _rows.Dispose();

    private void Write(SpreadsheetRow row, SheetWriter sheet, List<SheetNote> notes)
    {
        _cells.Clear();
        foreach (var cell in row.Cells)
            _cells[cell.Column] = cell;
        var wrong = problems.Of(row.Number);
        var reason = Reason(wrong);
        sheet.BeginRow(HeightOf(reason));
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.Written.Column?.Kind is SpreadsheetColumnKind.Reason)
            {
                sheet.Text(i + 1, reason, CellStyle.Reason);
                continue;
            }

            var ofCell = OfColumn(wrong, column);
            WrittenCell.Write(sheet, i + 1, column.Written, _cells.GetValueOrDefault(column.Source), ofCell.Any(problem => !problem.IsWarning));
            if (ofCell.Count > 0 && ++_notes <= ErrorWorkbookOptions.MostNotes)
                notes.Add(new(i + 1, sheet.Row, string.Join('\n', ofCell.Select(problems.Message))));
        }

        sheet.EndRow();
    }

    /// <summary>Not every program makes room for text in several lines by itself.</summary>
    private static double? HeightOf(string reason)
    {
        if (reason.Length == 0)
            return null;
        var lines = reason.Split('\n').Sum(line => Math.Ceiling((line.Length + 1) / (ColumnCatalogue.Reason.Width - 4)));
        return Math.Min(lines, MostLines) * PeopleSheet.LineHeight;
    }

    private static IReadOnlyList<ImportProblem> OfColumn(IReadOnlyList<ImportProblem> problems, ErrorColumn column)
    {
        if (problems.Count == 0 || column.Source == 0)
            return [];
        var letters = ColumnName.Of(column.Source);
        return [.. problems.Where(problem => problem.Column == letters)];
    }

    private string Reason(IReadOnlyList<ImportProblem> wrong) => string.Join('\n', wrong.Select(problem =>
        problem.Header is { } header ? $"{header}: {problems.Message(problem)}" : problems.Message(problem)));
}
