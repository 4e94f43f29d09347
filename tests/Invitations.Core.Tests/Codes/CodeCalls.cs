using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Codes;

/// <summary>Lists of codes, read to their end in a scope of their own.</summary>
internal static class CodeCalls
{
    public static async Task<List<InvitationCode>> IssueCodesAsync(
        this Site site, int count, InviteOptions? options = null, Inviter? inviter = null, TenantId? tenant = null)
    {
        await using var scope = site.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationCodes>()
            .IssueAsync(tenant ?? Site.Acme, count, inviter ?? Site.Admin, options, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<List<InvitationCode>> ShowCodesAsync(
        this Site site, InvitationFilter? filter = null, Inviter? actor = null, TenantId? tenant = null)
    {
        await using var scope = site.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationCodes>()
            .ShowAsync(tenant ?? Site.Acme, actor ?? Site.Admin, filter, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
