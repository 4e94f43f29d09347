using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

public sealed class SystemInviterTests
{
    [Fact]
    public async Task A_user_who_is_called_like_a_system_does_not_see_what_the_system_invited()
    {
        using var host = new TestHost(new TenantSettings { Authority = new() { MembersInvite = true } });
        var bySystem = await host.InviteAsync(new Invite("ana@example.com"), inviter: Inviter.System("directory-sync"));
        var byMember = await host.InviteAsync(new Invite("ben@example.com"), inviter: Inviter.Member("directory-sync"));

        Assert.Null(await FindAsync(bySystem.InvitationId!.Value));
        Assert.NotNull(await FindAsync(byMember.InvitationId!.Value));

        Task<Invitation?> FindAsync(Guid id) => host.RunAsync<IInvitationQueries, Invitation?>(
            queries => queries.FindAsync(TestHost.Acme, id, Inviter.Member("directory-sync"), TestContext.Current.CancellationToken));
    }
}
