using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Reads the settings of a tenant and checks them, once for each instance.</summary>
internal sealed class TenantSettingsReader(ITenantSettingsProvider provider, IOptionsMonitor<InvitationOptions> options)
{
    // Static: a host's provider that caches its settings has them checked and compiled once, whatever the scope.
    private static readonly ConditionalWeakTable<TenantSettings, TenantDomains> Compiled = [];

    public async ValueTask<TenantSettings> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var settings = await provider
            .GetSettingsAsync(new() { Tenant = tenant, Defaults = options.CurrentValue.Defaults }, cancellationToken)
            .ConfigureAwait(false);
        if (settings is null || !Compiled.TryGetValue(settings, out _))
            Check(tenant, settings);
        return settings!;
    }

    public static TenantDomains Domains(TenantSettings settings) => Compiled.GetValue(settings, Compile);

    private static void Check(TenantId tenant, TenantSettings? settings)
    {
        var mistakes = TenantSettingsRules.Mistakes(settings).ToList();
        if (mistakes.Count > 0)
            throw new InvalidOperationException(
                $"INV009: the settings that ITenantSettingsProvider gave for tenant '{tenant}' cannot be used: {string.Join(" ", mistakes)}");
        Compiled.GetValue(settings!, Compile);
    }

    private static TenantDomains Compile(TenantSettings settings) => new(
        new(Parse(settings.Domains.Allowed)), new(Parse(settings.Domains.Denied)), new(Parse(settings.JoinRequests.Domains)));

    private static IEnumerable<EmailDomainPattern> Parse(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (EmailDomainPattern.TryParse(text, out var pattern, out _))
                yield return pattern;
        }
    }
}
