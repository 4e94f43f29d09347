using Invitations.Tests.Hosting;

namespace Invitations.Tests.Quotas;

public sealed class OpenCapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inviter_at_the_cap_is_told_how_many_are_open()
    {
        using var host = Host(new() { OpenPerInviter = 2 });
        await host.InviteAsync(People.Of(2));

        (await host.InviteAsync(People.Person(3))).AssertRefused("quota.open_exceeded", null, ("rule", "inviter"), ("count", 2), ("limit", 2));

        (await host.InviteAsync(People.Person(3), inviter: Inviter.OrganizationAdmin("u-other"))).AssertSucceeded();
        (await host.InviteAsync(People.Person(1), tenant: "globex")).AssertSucceeded();
    }

    [Fact]
    public async Task The_cap_of_the_tenant_holds_for_all_and_counts_the_rows_of_a_list()
    {
        using var host = Host(new() { OpenPerTenant = 3 });
        await host.InviteAsync(People.Person(1), inviter: Inviter.OrganizationAdmin("u-other"));

        var result = await host.InviteAsync(People.Of(3, from: 2));

        Assert.Equal([InviteOutcome.Invited, InviteOutcome.Invited, InviteOutcome.Refused], result.Outcomes());
        Assert.Equal(["quota.open_exceeded"], result.Rows[2].Codes());
    }

    [Fact]
    public async Task Whatever_ends_an_invitation_makes_room_for_another_at_once()
    {
        using var host = Host(new() { OpenPerInviter = 1 });
        var id = (await host.InviteAsync(People.Person(1))).InvitationId!.Value;
        await host.RunAsync<IInvitationAdministration, AdministrationResult>(service => service.RevokeAsync(TestHost.Acme, id, TestHost.Admin, Token));
        (await host.InviteAsync(People.Person(2))).AssertSucceeded();
        host.Clock.Advance(TimeSpan.FromDays(7));

        (await host.InviteAsync(People.Person(3))).AssertSucceeded();
    }

    [Fact]
    public async Task An_expired_invitation_that_is_issued_again_is_one_more_and_an_open_one_is_not()
    {
        using var host = Host(new() { OpenPerInviter = 1 });
        var expired = (await host.InviteAsync(People.Person(1))).InvitationId!.Value;
        host.Clock.Advance(TimeSpan.FromDays(7));
        var open = (await host.InviteAsync(People.Person(2))).InvitationId!.Value;

        Assert.Equal("quota.open_exceeded", Assert.Single((await ReinviteAsync(expired)).Errors).Code);
        Assert.True((await ReinviteAsync(open)).Succeeded);

        Task<AdministrationResult> ReinviteAsync(Guid id) => host.RunAsync<IInvitationAdministration, AdministrationResult>(
            service => service.ReinviteAsync(TestHost.Acme, id, TestHost.Admin, Token));
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_open_than_may_be()
    {
        using var host = Host(new() { OpenPerTenant = 5 });
        using var barrier = new Barrier(50);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return host.InviteAsync(People.Person(i));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal(5, (await host.ReadAsync()).Open.Count());
    }

    private static TestHost Host(QuotaSettings quotas) => new(new TenantSettings { Quotas = quotas, Reinvite = new() { Cooldown = TimeSpan.Zero } });
}
