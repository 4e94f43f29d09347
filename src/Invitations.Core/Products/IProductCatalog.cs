namespace Invitations;

/// <summary>Lists the products that a tenant has enabled. Without one, these are <see cref="TenantSettings.Products"/>.</summary>
/// <remarks>Called once an operation, and again at acceptance. Let exceptions propagate: nothing is granted without an answer.</remarks>
public interface IProductCatalog
{
    /// <summary>Lists the ids of all enabled products; another one is refused as <c>product.not_enabled</c>.</summary>
    /// <param name="query">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyCollection<string>> GetEnabledProductsAsync(ProductQuery query, CancellationToken cancellationToken);
}
