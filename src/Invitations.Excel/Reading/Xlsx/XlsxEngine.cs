namespace Invitations;

/// <summary>The library's own reader of workbooks: bounded, streaming, without temporary files.</summary>
internal sealed class XlsxEngine : ISpreadsheetEngine
{
    public ValueTask<Spreadsheet> OpenAsync(SpreadsheetContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        var archive = WorkbookArchive.Open(context.File, context.Limits);
        try
        {
            return new(Damage.Refuse(() => Open(archive, cancellationToken)));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static Spreadsheet Open(WorkbookArchive archive, CancellationToken cancellationToken)
    {
        var index = WorkbookIndex.Read(archive);
        var styles = CellStyles.Read(archive, index.Styles);
        var texts = SharedTexts.Read(archive, index.SharedTexts);
        var sheets = index.Sheets.Select(sheet => new SpreadsheetSheet
        {
            Name = sheet.Name,
            IsHidden = sheet.IsHidden,
            CountsDatesFrom1904 = index.CountsDatesFrom1904,
            Rows = Damage.Refuse(new SheetRows(archive, sheet, texts, styles, index.CountsDatesFrom1904).Read(cancellationToken)),
        });
        return new([.. sheets], archive);
    }
}
