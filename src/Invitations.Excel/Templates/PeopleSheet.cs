using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>The sheet that people fill in: hidden keys in the first row, headers with notes in the second, people below.</summary>
internal sealed class PeopleSheet(IReadOnlyList<PeopleColumn> columns, string fingerprint, CultureInfo culture)
{
    public const int HeaderRow = 2;
    public const int LastRow = CellReference.LastRow;

    /// <summary>The height of one line, in points.</summary>
    public const double LineHeight = 15;

    /// <summary>The columns that stay in sight when somebody scrolls to the right.</summary>
    public int FrozenColumns { get; init; }

    public IReadOnlyList<PeopleColumn> Columns => columns;

    public CultureInfo Culture => culture;

    /// <summary>The notes on the headers.</summary>
    public IEnumerable<SheetNote> HeaderNotes()
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var note = string.Join('\n', columns[i].Remarks.Prepend(columns[i].Column?.NoteIn(culture)).Where(text => !string.IsNullOrEmpty(text)));
            if (note.Length > 0)
                yield return new(i + 1, HeaderRow, note);
        }
    }

    /// <summary>Begins the sheet and writes keys and headers.</summary>
    public SheetWriter Begin(WorkbookPackage package, int number)
    {
        var sheet = new SheetWriter(
            package.Begin(WorkbookFrame.Sheet(number)),
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View()),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            SheetWriter.Columns(columns.Select(column => (column.Width, column.Style))));
        WriteKeys(sheet);
        WriteHeaders(sheet);
        return sheet;
    }

    /// <summary>Ends the sheet with what holds for its columns.</summary>
    public void End(SheetWriter sheet, ChoiceLists lists) => sheet.End([.. After(lists)]);

    private IEnumerable<OpenXmlElement> After(ChoiceLists lists)
    {
        if (CellRules.Of(columns, lists, HeaderRow + 1, culture) is { } rules)
            yield return rules;
        yield return new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 };
        yield return new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };
        yield return new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new([$"{ColumnName.Cell(1, HeaderRow + 1)}:{ColumnName.Cell(columns.Count, LastRow)}"]),
            NumberStoredAsText = true,
        });
        yield return new LegacyDrawing { Id = "rId1" };
    }

    private SheetView View()
    {
        var first = ColumnName.Cell(FrozenColumns + 1, HeaderRow + 1);
        var pane = new Pane
        {
            VerticalSplit = HeaderRow,
            TopLeftCell = first,
            State = PaneStateValues.Frozen,
            ActivePane = FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
        };
        if (FrozenColumns > 0)
            pane.HorizontalSplit = FrozenColumns;
        return new(
            pane,
            new Selection { Pane = pane.ActivePane, ActiveCell = first, SequenceOfReferences = new([first]) })
        {
            TabSelected = true,
            WorkbookViewId = 0,
        };
    }

    private void WriteKeys(SheetWriter sheet)
    {
        sheet.BeginRow(isHidden: true);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Key is { } key)
                sheet.Text(i + 1, new TemplateMark(TemplateMark.CurrentVersion, fingerprint, key).ToString(), CellStyle.Key);
        }

        sheet.EndRow();
    }

    private void WriteHeaders(SheetWriter sheet)
    {
        var lines = columns.Max(column => Math.Ceiling((column.Header.Length + 1) / (column.Width - 1)));
        sheet.BeginRow(Math.Clamp((lines * LineHeight) + 6, 24, 120));
        for (var i = 0; i < columns.Count; i++)
            sheet.Text(i + 1, columns[i].Header, columns[i].Column?.IsRequired == true ? CellStyle.RequiredHeader : CellStyle.Header);
        sheet.EndRow();
    }
}
