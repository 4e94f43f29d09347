using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>An export as a workbook. What does not fit on a sheet goes on on the next one.</summary>
internal sealed class WorkbookExport(Stream output, string name, IReadOnlyList<(string Header, double Width)> columns) : IExportFile
{
    private readonly WorkbookPackage _package = new(output);
    private SheetWriter? _sheet;
    private int _sheets;

    /// <summary>The most rows of a sheet, its header included. The default value is that of Excel.</summary>
    public int MostRows { get; init; } = PeopleSheet.LastRow;

    public async ValueTask AddAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        if (_sheet is null || _sheet.Row == MostRows)
            await NextSheetAsync(cancellationToken).ConfigureAwait(false);
        _sheet!.BeginRow();
        for (var i = 0; i < cells.Count; i++)
            Write(_sheet, i + 1, cells[i]);
        _sheet.EndRow();
        await _package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_sheet is null)
            await NextSheetAsync(cancellationToken).ConfigureAwait(false);
        EndSheet();
        await WorkbookFrame
            .EndAsync(_package, [.. Enumerable.Range(1, _sheets).Select(number => (SheetName.Of(name, number), false))], cancellationToken)
            .ConfigureAwait(false);
    }

    public void Dispose()
    {
        _sheet?.Dispose();
        _package.Dispose();
    }

    private static void Write(SheetWriter sheet, int column, object? cell)
    {
        switch (cell)
        {
            case null:
                break;
            case string text:
                sheet.Text(column, text, CellStyle.Text);
                break;
            case DateOnly date:
                sheet.Date(column, date.ToDateTime(default), CellStyle.Date);
                break;
            case DateTimeOffset instant:
                sheet.Date(column, instant.UtcDateTime, CellStyle.Instant);
                break;
            default:
                sheet.Value(column, ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture), CellStyle.Plain);
                break;
        }
    }

    private async Task NextSheetAsync(CancellationToken cancellationToken)
    {
        EndSheet();
        if (_sheets == 0)
            await WorkbookFrame.BeginAsync(_package, name, hasNotes: false, cancellationToken).ConfigureAwait(false);
        _sheets++;
        _sheet = new(
            _package.Begin(WorkbookFrame.Sheet(_sheets)),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", State = PaneStateValues.Frozen, ActivePane = PaneValues.BottomLeft },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new(["A2"]) })
            {
                TabSelected = _sheets == 1,
                WorkbookViewId = 0,
            }),
            SheetWriter.Columns(columns.Select(column => (column.Width, CellStyle.Plain))));
        _sheet.BeginRow();
        for (var i = 0; i < columns.Count; i++)
            _sheet.Text(i + 1, columns[i].Header, CellStyle.Header);
        _sheet.EndRow();
    }

    private void EndSheet()
    {
        if (_sheet is null)
            return;
        var range = $"A1:{ColumnName.Cell(columns.Count, _sheet.Row)}";
        _sheet.End(
            new AutoFilter { Reference = range },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new IgnoredErrors(new IgnoredError { SequenceOfReferences = new([range]), NumberStoredAsText = true }));
        _sheet.Dispose();
        _sheet = null;
    }
}
