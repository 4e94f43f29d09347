using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Quotas
{
    public static void Register(IServiceCollection services)
    {
        #region quotas
        services.AddInvitations(o =>
        {
            o.BaseUrl = new Uri("https://app.example.com/join");
            o.Defaults = o.Defaults with
            {
                Quotas = new()
                {
                    Inviter = [new(50, TimeSpan.FromHours(1)), new(200, TimeSpan.FromDays(1))],
                    Tenant = [new(1_000, TimeSpan.FromDays(1))],
                    OpenPerInviter = 300,
                    ExemptSystems = ["directory-sync"],
                },
            };
            o.Quotas = new()
            {
                Recipient = [new(5, TimeSpan.FromDays(1))],             // whichever tenants write
                System = [new(100_000, TimeSpan.FromDays(1))],
            };
        });
        #endregion
    }

    public static void Replace(InvitationsBuilder invitations)
    {
        #region register-quota-policy
        invitations.ReplacePolicy<IQuotaPolicy, TrialQuotas>();
        #endregion
    }
}

#region quota-policy
public sealed class TrialQuotas(Members members) : IQuotaPolicy
{
    public ValueTask<QuotaRules> GetRulesAsync(QuotaContext context, CancellationToken cancellationToken)
    {
        var isTrial = members.Count(context.Tenant, GrantKind.Member) < 5;
        return new(isTrial ? new QuotaRules { Tenant = [new(20, TimeSpan.FromDays(1))], OpenPerTenant = 20 } : QuotaRules.None);
    }
}
#endregion
