using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Suppressing;

internal static class SuppressionCalls
{
    public static Task<SuppressionResult> SuppressAsync(
        this Site site, string? address, Inviter? actor = null, SuppressionScope? scope = null, SuppressionReason reason = SuppressionReason.Requested) =>
        site.AskAsync<ISuppressionList, SuppressionResult>((list, token) => list.AddAsync(scope ?? Site.Acme, address, actor ?? Site.Admin, reason, token));

    public static Task<SuppressionResult> FindSuppressionAsync(this Site site, string address, Inviter? actor = null) =>
        site.AskAsync<ISuppressionList, SuppressionResult>((list, token) => list.FindAsync(Site.Acme, address, actor ?? Site.Admin, token));

    public static Task<SuppressionResult> UnsuppressAsync(this Site site, Guid id, Inviter? actor = null) =>
        site.AskAsync<ISuppressionList, SuppressionResult>((list, token) => list.RemoveAsync(Site.Acme, id, actor ?? Site.Admin, token));

    public static Task<SuppressionPage> ListSuppressionsAsync(this Site site, Inviter? actor = null, Guid? after = null, int pageSize = 50) =>
        site.AskAsync<ISuppressionList, SuppressionPage>((list, token) => list.ListAsync(Site.Acme, actor ?? Site.Admin, after, pageSize, token));
}
