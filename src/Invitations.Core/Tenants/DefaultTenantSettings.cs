namespace Invitations;

internal sealed class DefaultTenantSettings : ITenantSettingsProvider
{
    public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) => new(context.Defaults);
}
