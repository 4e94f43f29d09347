namespace Invitations;

/// <summary>Gives each tenant its own settings. Without one, <see cref="InvitationOptions.Defaults"/> hold for all.</summary>
/// <remarks>Called once an operation; keep a cache where the source is slow. Let exceptions propagate: nothing is done without settings.</remarks>
public interface ITenantSettingsProvider
{
    /// <summary>Looks the settings up.</summary>
    /// <param name="context">The tenant and the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The settings; <see cref="TenantSettingsContext.Defaults"/> where the tenant has none of its own.</returns>
    ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken);
}
