namespace Invitations;

/// <summary>Finds the headers of a file and what each of them means to a tenant.</summary>
internal sealed class SheetLayoutReader(TenantColumns tenantColumns, IGroupDirectory directory)
{
    /// <exception cref="SpreadsheetRefusedException">There is no sheet to read, or it cannot be read.</exception>
    public async Task<SheetLayout> ReadAsync(TenantId tenant, Spreadsheet file, ImportOptions options, CancellationToken cancellationToken)
    {
        var settings = await tenantColumns.ReadSettingsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var columns = await tenantColumns.ReadAsync(tenant, settings, settings.Groups, cancellationToken).ConfigureAwait(false);
        var header = HeaderRow.Find(file, options.Sheet, columns);
        var groups = await FindGroupsAsync(tenant, settings, header, columns, cancellationToken).ConfigureAwait(false);
        if (groups.Count > 0)
            columns = await tenantColumns.ReadAsync(tenant, settings, [.. settings.Groups, .. groups], cancellationToken).ConfigureAwait(false);
        return new HeaderBinding(header, columns, options.UnknownColumns).Bind();
    }

    /// <summary>A header that is nothing else may name a group of the host's directory.</summary>
    private async Task<IReadOnlyCollection<Group>> FindGroupsAsync(
        TenantId tenant, TenantSettings settings, HeaderRow header, SpreadsheetColumns columns, CancellationToken cancellationToken)
    {
        var texts = header.Row.Cells
            .Where(cell => HeaderBinding.ColumnOf(header, cell, columns) is null)
            .Select(cell => header.Marks.TryGetValue(cell.Column, out var mark) ? mark.Key : cell.Text.Trim())
            .Select(text => text.StartsWith(SpreadsheetColumnKeys.GroupPrefix, StringComparison.Ordinal) ? text[SpreadsheetColumnKeys.GroupPrefix.Length..] : text)
            .Where(text => text.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        if (texts.Count == 0)
            return [];
        var query = new GroupQuery { Tenant = tenant, Settings = settings, Texts = texts };
        var found = await directory.FindAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. found.Values.DistinctBy(group => group.Id, StringComparer.Ordinal)];
    }
}
