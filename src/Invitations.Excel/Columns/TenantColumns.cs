using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Reads which columns a tenant's spreadsheets can have.</summary>
internal sealed class TenantColumns(
    ITenantSettingsProvider provider, IRoleCatalog roles, IProductCatalog products, IOptionsMonitor<InvitationOptions> options)
{
    /// <param name="tenant">The tenant.</param>
    /// <param name="groups">The groups that have a column of their own, and that the column of all groups offers; others are understood by name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<(TenantSettings Settings, SpreadsheetColumns Columns)> ReadAsync(
        TenantId tenant, IReadOnlyCollection<Group> groups, CancellationToken cancellationToken)
    {
        var settings = await ReadSettingsAsync(tenant, cancellationToken).ConfigureAwait(false);
        return (settings, await ReadAsync(tenant, settings, groups, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc cref="ReadAsync(TenantId, IReadOnlyCollection{Group}, CancellationToken)"/>
    public async Task<SpreadsheetColumns> ReadAsync(
        TenantId tenant, TenantSettings settings, IReadOnlyCollection<Group> groups, CancellationToken cancellationToken)
    {
        var allRoles = await roles.GetRolesAsync(new() { Tenant = tenant, Settings = settings }, cancellationToken).ConfigureAwait(false);
        var enabled = await products.GetEnabledProductsAsync(new() { Tenant = tenant, Settings = settings }, cancellationToken).ConfigureAwait(false);
        return new(ColumnCatalogue.ColumnsOf(settings, allRoles, enabled, groups));
    }

    public ValueTask<TenantSettings> ReadSettingsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        provider.GetSettingsAsync(new() { Tenant = tenant, Defaults = options.CurrentValue.Defaults }, cancellationToken);
}
