namespace Invitations.Tests.Hosting;

/// <summary>Settings by tenant; the defaults for every other one.</summary>
internal sealed class FakeTenantSettings : ITenantSettingsProvider
{
    public Dictionary<string, TenantSettings> ByTenant { get; } = [];

    public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) =>
        new(ByTenant.GetValueOrDefault(context.Tenant.Value) ?? context.Defaults);
}
