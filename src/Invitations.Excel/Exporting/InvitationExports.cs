using System.Globalization;

namespace Invitations;

internal sealed class InvitationExports(IInvitationQueries queries, TenantColumns tenants, IGroupDirectory directory, TimeProvider time)
    : IInvitationExports
{
    public async Task<SpreadsheetWriteResult> WriteInvitationsAsync(
        TenantId tenant, Inviter viewer, Stream stream, InvitationExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        var culture = options.Culture ?? CultureInfo.CurrentUICulture;
        var request = new InvitationListRequest { Filter = options.Filter, Sort = options.Sort, PageSize = InvitationListRequest.MaxPageSize };
        var page = await queries.ListAsync(tenant, viewer, request, cancellationToken).ConfigureAwait(false);
        if (page.Errors.Count > 0)
            return new(0, page.Errors);

        var settings = await tenants.ReadSettingsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var groups = new ExportGroups(directory, tenant, settings);
        var columns = InvitationColumns.Of(settings, groups.Names, time.GetUtcNow(), culture);
        using var file = Begin(columns, options.Format, "sheet.invitations", culture, stream);
        var rows = 0L;
        while (true)
        {
            await groups.LookUpAsync(page.Items, cancellationToken).ConfigureAwait(false);
            foreach (var invitation in page.Items)
            {
                await file.AddAsync(CellsOf(columns, invitation), cancellationToken).ConfigureAwait(false);
                rows++;
            }

            if (page.NextCursor is not { } cursor)
                break;
            page = await queries.ListAsync(tenant, viewer, request with { Cursor = cursor }, cancellationToken).ConfigureAwait(false);
            if (page.Errors.Count > 0)
                break;
        }

        await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return new(rows, page.Errors);
    }

    public async Task<SpreadsheetWriteResult> WriteCodesAsync(
        IAsyncEnumerable<InvitationCode> codes, Stream stream, CodeExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        var culture = options.Culture ?? CultureInfo.CurrentUICulture;
        var columns = CodeColumns.Of(culture);
        var rows = 0L;
        IExportFile? file = null;
        try
        {
            await foreach (var code in codes.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (code.Row == 0)
                    return new(0, code.Errors);
                file ??= Begin(columns, options.Format, "sheet.codes", culture, stream);
                await file.AddAsync(CellsOf(columns, code), cancellationToken).ConfigureAwait(false);
                rows += code.Succeeded ? 1 : 0;
            }

            file ??= Begin(columns, options.Format, "sheet.codes", culture, stream);
            await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new(rows);
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static IExportFile Begin<T>(
        IReadOnlyList<ExportColumn<T>> columns, SpreadsheetFormat format, string name, CultureInfo culture, Stream stream) =>
        format is SpreadsheetFormat.Csv
            ? new CsvExport(stream, culture, columns.Select(column => column.Header))
            : new WorkbookExport(stream, ExportTexts.Get(name, culture), [.. columns.Select(column => (column.Header, column.Width))]);

    private static object?[] CellsOf<T>(IReadOnlyList<ExportColumn<T>> columns, T row)
    {
        var cells = new object?[columns.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = columns[i].Value(row);
        return cells;
    }
}
