namespace Invitations;

/// <summary>Where the headers of a file are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row with the headers.</param>
/// <param name="Marks">The marks of the template above the headers, by column. Empty where the file is no template.</param>
internal sealed record HeaderRow(SpreadsheetSheet Sheet, SpreadsheetRow Row, IReadOnlyDictionary<int, TemplateMark> Marks)
{
    /// <summary>How far down a header is looked for: people put a title above their list.</summary>
    private const int Depth = 20;

    /// <summary>Finds the first visible sheet with a header that is recognised; where none is, the first row of the first one that has any.</summary>
    /// <exception cref="SpreadsheetRefusedException">There is no such sheet, or nothing is written on any.</exception>
    public static HeaderRow Find(Spreadsheet file, string? sheetName, SpreadsheetColumns columns)
    {
        HeaderRow? fallback = null;
        var visible = file.Sheets.Where(sheet => !sheet.IsHidden && (sheetName is null || string.Equals(sheet.Name, sheetName, StringComparison.OrdinalIgnoreCase))).ToList();
        if (sheetName is not null && visible.Count == 0)
            throw new SpreadsheetRefusedException(CellError.Of(InvitationErrorCodes.SheetUnknown, null, ("sheet", sheetName)));
        foreach (var sheet in visible)
        {
            var rows = sheet.Rows.Take(Depth).ToList();
            if (FindIn(sheet, rows, columns) is { } found)
                return found;
            if (fallback is null && rows.Count > 0)
                fallback = new(sheet, rows[0], NoMarks);
        }

        return fallback ?? throw FileRefusal.Empty();
    }

    private static IReadOnlyDictionary<int, TemplateMark> NoMarks => new Dictionary<int, TemplateMark>();

    private static HeaderRow? FindIn(SpreadsheetSheet sheet, List<SpreadsheetRow> rows, SpreadsheetColumns columns)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var marks = MarksOf(rows[i]);
            if (marks.Count > 0 && i + 1 < rows.Count)
                return new(sheet, rows[i + 1], marks);
            if (rows[i].Cells.Any(cell => columns.TryFindByHeader(cell.Text, out _)))
                return new(sheet, rows[i], NoMarks);
        }

        return null;
    }

    private static Dictionary<int, TemplateMark> MarksOf(SpreadsheetRow row)
    {
        var marks = new Dictionary<int, TemplateMark>();
        foreach (var cell in row.Cells)
        {
            if (TemplateMark.TryParse(cell.Text, out var mark))
                marks[cell.Column] = mark;
        }

        return marks;
    }
}
