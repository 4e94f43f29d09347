using Invitations.Stores;

namespace Invitations;

/// <summary>Finds out which of many addresses are suppressed, in their tenants or everywhere, in one call of the store.</summary>
internal sealed class SuppressedAddresses(ISuppressionStore store, AddressHashes hashes)
{
    public async Task<FoundSuppressions> FindAsync(
        IReadOnlyCollection<TenantId> tenants, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        if (addresses.Count == 0)
            return FoundSuppressions.None;

        var addressByHash = new Dictionary<string, List<string>>(addresses.Count, StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            // Two plus-tags of one mailbox have one hash.
            foreach (var hash in hashes.AllOf(address))
            {
                if (addressByHash.TryGetValue(hash, out var same))
                    same.Add(address);
                else
                    addressByHash.Add(hash, [address]);
            }
        }

        SuppressionScope[] scopes = [SuppressionScope.Everywhere, .. tenants.Select(SuppressionScope.Of)];
        var entries = await store.FindAsync(scopes, addressByHash.Keys, cancellationToken).ConfigureAwait(false);
        return entries.Count == 0
            ? FoundSuppressions.None
            : new([.. entries.SelectMany(entry => addressByHash[entry.AddressHash].Select(address => (entry.Scope, address)))]);
    }
}
