namespace Invitations;

internal sealed class SettingsProductCatalog : IProductCatalog
{
    public ValueTask<IReadOnlyCollection<string>> GetEnabledProductsAsync(ProductQuery query, CancellationToken cancellationToken) =>
        new([.. query.Settings.Products]);
}
