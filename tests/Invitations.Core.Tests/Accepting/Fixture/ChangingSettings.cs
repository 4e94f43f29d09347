namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Settings that a test changes while the host runs, for each tenant on its own.</summary>
internal sealed class ChangingSettings : ITenantSettingsProvider
{
    private readonly Dictionary<TenantId, TenantSettings> _own = [];

    public TenantSettings this[TenantId tenant]
    {
        get => _own.GetValueOrDefault(tenant, Site.Settings);
        set => _own[tenant] = value;
    }

    public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) => new(this[context.Tenant]);
}
