using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Tenants
{
    public static TenantSettings Figures()
    {
        #region tenant-settings
        var settings = new TenantSettings
        {
            Expiry = new() { Member = TimeSpan.FromDays(30), Guest = TimeSpan.FromHours(24) },
            Reinvite = new() { Cooldown = TimeSpan.FromHours(1) },
            Authority = new() { MembersInvite = true },
            Domains = new() { Allowed = ["example.com", "*.example.com"], GuestsExempt = true },
            BatchSize = 500,
            Roles = ["member", "editor", "admin"],                       // lowest first
            Groups = [new("design", "Design team"), new("sales", "Sales team")],
            Products = ["board", "chat"],
            Languages = ["en", "nl"],
            PhoneRegion = "GB",
            Fields = [new() { Key = "cost_centre", Label = "Cost centre", IsRequired = true, Choices = ["100", "200"] }],
        };
        #endregion
        return settings;
    }

    public static void Register(IServiceCollection services)
    {
        #region use-tenant-settings
        services.AddInvitations(o =>
            {
                o.BaseUrl = new Uri("https://app.example.com/join");
                o.Defaults = TenantSettings.Strict;
            })
            .UseTenantSettings<PlanSettings>();
        #endregion
    }
}

#region tenant-settings-provider
public sealed class PlanSettings : ITenantSettingsProvider
{
    public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) =>
        new(context.Tenant.Value == "acme" ? context.Defaults with { BatchSize = 10_000 } : context.Defaults);
}
#endregion
