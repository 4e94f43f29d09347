using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class SettingsQuotaPolicy(IOptionsMonitor<InvitationOptions> options) : IQuotaPolicy
{
    public ValueTask<QuotaRules> GetRulesAsync(QuotaContext context, CancellationToken cancellationToken)
    {
        var (own, all) = (context.Settings.Quotas, options.CurrentValue.Quotas);
        var (isExemptHere, isExemptEverywhere) = (IsExempt(context.Inviter, own.ExemptSystems), IsExempt(context.Inviter, all.ExemptSystems));
        return new(new QuotaRules
        {
            Inviter = isExemptHere ? [] : own.Inviter,
            Tenant = isExemptHere ? [] : own.Tenant,
            OpenPerInviter = isExemptHere ? null : own.OpenPerInviter,
            OpenPerTenant = isExemptHere ? null : own.OpenPerTenant,
            Recipient = isExemptEverywhere ? [] : all.Recipient,
            Domain = isExemptEverywhere ? [] : all.Domain,
            System = isExemptEverywhere ? [] : all.System,
        });
    }

    private static bool IsExempt(Inviter inviter, IReadOnlyList<string> systems) =>
        inviter.IsSystem && systems.Contains(inviter.UserId, StringComparer.Ordinal);
}
