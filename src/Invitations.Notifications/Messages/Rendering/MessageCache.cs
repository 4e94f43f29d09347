using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class MessageCache(IOptionsMonitor<MessageOptions> options, TimeProvider time) : IMessageCache
{
    private const int MostTenants = 10_000;

    private readonly ConcurrentDictionary<TenantId, TenantMessages> _tenants = new();

    public void Forget(TenantId tenant) => _tenants.TryRemove(tenant, out _);

    public void Clear() => _tenants.Clear();

    /// <returns>What is kept about the tenant: filled by whoever asks, and a new one when its time is over.</returns>
    public TenantMessages Of(TenantId tenant)
    {
        if (_tenants.TryGetValue(tenant, out var kept) && time.GetElapsedTime(kept.Since) < options.CurrentValue.CacheFor)
            return kept;
        if (_tenants.Count >= MostTenants)
            _tenants.Clear();
        return _tenants[tenant] = new(time.GetTimestamp());
    }
}
