using System.Globalization;

namespace Invitations;

internal sealed class SpreadsheetTemplates(TenantColumns tenants, IGroupDirectory directory) : ISpreadsheetTemplates
{
    public async Task<SpreadsheetWriteResult> WriteAsync(
        TenantId tenant, Stream stream, SpreadsheetTemplateOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        var errors = new List<InvitationError>();
        var settings = await tenants.ReadSettingsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var groups = await GroupsAsync(tenant, settings, options, errors, cancellationToken).ConfigureAwait(false);
        var all = await tenants.ReadAsync(tenant, settings, groups, cancellationToken).ConfigureAwait(false);
        var hasGroupColumns =
            options.GroupLayout is SpreadsheetGroupLayout.ColumnForEach && groups.Count is > 0 and <= SpreadsheetTemplateOptions.MostGroupColumns;
        var culture = options.Culture ?? CultureInfo.CurrentUICulture;
        var columns = TemplateColumns.Choose(all, settings, options, hasGroupColumns, errors).Select(column => PeopleColumn.Of(column, all, culture)).ToList();
        if (errors.Count > 0)
            return new(0, [.. errors]);

        if (options.Format is SpreadsheetFormat.Csv)
            await WriteCsvAsync(stream, columns, culture, cancellationToken).ConfigureAwait(false);
        else
            await new PeopleWorkbook(new(columns, all.Fingerprint, culture), options.Title).WriteAsync(stream, (_, _) => false, cancellationToken).ConfigureAwait(false);
        return new(0);
    }

    private async Task<IReadOnlyList<Group>> GroupsAsync(
        TenantId tenant, TenantSettings settings, SpreadsheetTemplateOptions options, List<InvitationError> errors, CancellationToken cancellationToken)
    {
        if (options.Groups is not { } named)
            return settings.Groups;
        var texts = named.Select(text => text.Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0)
            return [];
        var found = await directory.FindAsync(new() { Tenant = tenant, Settings = settings, Texts = texts }, cancellationToken).ConfigureAwait(false);
        errors.AddRange(texts.Where(text => !found.ContainsKey(text)).Select(WritingErrors.GroupUnknown));
        return [.. texts.Where(found.ContainsKey).Select(text => found[text]).DistinctBy(group => group.Id, StringComparer.Ordinal)];
    }

    private static async Task WriteCsvAsync(Stream stream, IReadOnlyList<PeopleColumn> columns, CultureInfo culture, CancellationToken cancellationToken)
    {
        var lines = new CsvLines(stream, culture);
        lines.Add(columns.Select(column => column.Header));
        await lines.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
