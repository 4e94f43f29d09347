using Invitations;

namespace Snippets;

public sealed class Suppressing(ISuppressionList suppressions, IInvitationAcceptance acceptance)
{
    public async Task<(SuppressionResult Tenant, SuppressionResult Everywhere)> AddAsync(TenantId tenant, Inviter admin)
    {
        #region suppress
        var added = await suppressions.AddAsync(tenant, "ana@example.com", admin);
        var everywhere = await suppressions.AddAsync(
            SuppressionScope.Everywhere, "ben@example.com", Inviter.System("mail-provider"), SuppressionReason.Complaint);
        #endregion
        return (added, everywhere);
    }

    public async Task RemoveAsync(TenantId tenant, Inviter admin)
    {
        #region unsuppress
        var found = await suppressions.FindAsync(tenant, "ana@example.com", admin);
        if (found.Suppression is { } entry)
            await suppressions.RemoveAsync(tenant, entry.Id, admin);
        #endregion
    }

    public async Task<DeclineResult> DeclineAsync(string token)
    {
        #region decline-for-good
        var result = await acceptance.DeclineAsync(token, new DeclineOptions { DoNotAskAgain = true });
        #endregion
        return result;
    }
}
