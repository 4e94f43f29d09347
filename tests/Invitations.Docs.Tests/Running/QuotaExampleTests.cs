using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class QuotaExampleTests
{
    [Fact]
    public async Task A_recipient_is_protected_and_a_directory_synchronisation_is_not_limited()
    {
        await using var host = new ExampleHost(Quotas.Register);
        var token = TestContext.Current.CancellationToken;
        for (var i = 0; i < 5; i++)
            Assert.True((await host.Invitations.InviteAsync($"tenant-{i}", new("ana@example.com"), host.Admin, cancellationToken: token)).Succeeded);

        var refused = await host.Invitations.InviteAsync("tenant-6", new("ana+1@example.com"), host.Admin, cancellationToken: token);
        var people = Enumerable.Range(0, 500).Select(i => new Invite($"person{i}@example.com")).ToList();
        var synchronised = await host.Invitations.InviteManyAsync(host.Tenant, people, Inviter.System("directory-sync"), cancellationToken: token);

        Assert.Equal([InvitationErrorCodes.QuotaExceeded], refused.Errors.Select(error => error.Code));
        Assert.True(synchronised.Succeeded);
    }

    [Fact]
    public async Task A_policy_of_the_host_has_quotas_of_its_own()
    {
        await using var host = new ExampleHost(services => Quotas.Replace(services.AddSingleton<Members>().AddInvitations()));
        var people = Enumerable.Range(0, 21).Select(i => new Invite($"person{i}@example.com")).ToList();

        var result = await host.Invitations.InviteManyAsync(host.Tenant, people, host.Admin, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(20, result.Rows.Count(row => row.Succeeded));
        Assert.Equal(
            [InvitationErrorCodes.QuotaExceeded, InvitationErrorCodes.QuotaOpenExceeded], result.Rows[20].Errors.Select(error => error.Code));
    }
}
