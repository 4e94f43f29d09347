using System.Globalization;

namespace Invitations;

internal sealed class ErrorWorkbooks(SpreadsheetOpener opener, SheetLayoutReader layouts, TenantColumns tenants) : IErrorWorkbooks
{
    public async Task<SpreadsheetWriteResult> WriteAsync(
        TenantId tenant,
        Stream file,
        IReadOnlyCollection<ImportProblem> problems,
        Stream stream,
        ErrorWorkbookOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        Stream? seekable = null;
        ErrorRows? rows = null;
        try
        {
            seekable = await SpreadsheetOpener.RewindAsync(file, options.Limits, cancellationToken).ConfigureAwait(false);
            using var spreadsheet = await opener.OpenAsync(seekable, options.Limits, cancellationToken).ConfigureAwait(false);
            var layout = await layouts
                .ReadAsync(tenant, spreadsheet, new() { Sheet = options.Sheet, Limits = options.Limits }, cancellationToken)
                .ConfigureAwait(false);
            var (_, all) = await tenants.ReadAsync(tenant, [], cancellationToken).ConfigureAwait(false);
            var culture = options.Culture ?? CultureInfo.CurrentUICulture;
            var found = new ProblemsByRow(problems, layout.Source.HeaderRow ?? 0, culture);
            var columns = ErrorColumns.Of(layout, all, found, culture);
            var people = new PeopleSheet([.. columns.Select(column => column.Written)], all.Fingerprint, culture) { FrozenColumns = 1 };
            rows = new ErrorRows(layout.Rows, columns, found, options.LeaveOutCorrectRows);
            await new PeopleWorkbook(people, options.Title).WriteAsync(stream, rows.WriteNext, cancellationToken).ConfigureAwait(false);
            return new(rows.Written);
        }
        catch (SpreadsheetRefusedException refusal)
        {
            return new(rows?.Written ?? 0, refusal.Error);
        }
        finally
        {
            rows?.Dispose();
            if (seekable is not null && !ReferenceEquals(seekable, file))
                await seekable.DisposeAsync().ConfigureAwait(false);
        }
    }
}
