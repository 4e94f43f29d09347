using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Retention;

public sealed class RetentionTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_never_joined_is_forgotten_after_the_period_and_the_trail_stays()
    {
        using var host = new TestHost();
        var invited = await InviteAndRevokeAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(180) - TimeSpan.FromMicroseconds(1));
        await RunAsync(host);
        Assert.Null((await host.ReadAsync()).Invitations[0].AnonymizedAt);

        host.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(1, await RunAsync(host));

        var content = await host.ReadAsync();
        var forgotten = Assert.Single(content.Invitations);
        Assert.Equal((host.Clock.GetUtcNow(), InvitationStatus.Revoked, true), (forgotten.AnonymizedAt!.Value, forgotten.Status, forgotten.Recipient.IsAnyone));
        Assert.Equal(
            (Profile.Empty, null, null, 0, null, "u-admin"),
            (forgotten.Profile, forgotten.PersonalMessage, forgotten.RedirectPath, forgotten.Metadata.Count, forgotten.CodeLookup, forgotten.InvitedBy));
        Assert.Equal(
            [AuditAction.Created, AuditAction.Revoked, AuditAction.Anonymized], content.AuditOf(invited.InvitationId).Select(entry => entry.Action));
        Assert.Single(host.Events.All, raised => raised.Kind is InvitationEventKind.Anonymized && raised.Invitation.Recipient.IsAnyone);
        Assert.Equal(0, await RunAsync(host));
    }

    [Fact]
    public async Task Who_joined_is_forgotten_only_where_the_tenant_says_so()
    {
        using var keeps = new TestHost();
        using var forgets = new TestHost(new TenantSettings { Retention = new() { Joined = TimeSpan.FromDays(30) } });
        foreach (var host in new[] { keeps, forgets })
        {
            await InviteAndAcceptAsync(host);
            host.Clock.Advance(TimeSpan.FromDays(3650));
            await RunAsync(host);
        }

        Assert.Null((await keeps.ReadAsync()).Invitations[0].AnonymizedAt);
        var forgotten = (await forgets.ReadAsync()).Invitations[0];
        Assert.Equal((InvitationStatus.Accepted, null), (forgotten.Status, forgotten.AcceptedBy));
        Assert.NotNull(forgotten.AnonymizedAt);
    }

    [Fact]
    public async Task Open_ones_are_never_forgotten()
    {
        using var host = new TestHost(new TenantSettings { Expiry = new() { Member = null } });
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(0, await RunAsync(host));
        Assert.Single((await host.ReadAsync()).Open);
    }

    [Fact]
    public async Task An_expired_one_that_was_forgotten_is_not_issued_again()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.ExpireAsync(Cancel));
        host.Clock.Advance(TimeSpan.FromDays(180));
        await RunAsync(host);

        var one = await host.RunAsync<IInvitationAdministration, AdministrationResult>(it =>
            it.ReinviteAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin, Cancel));
        var many = await host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.ReinviteAsync(TestHost.Acme, new(), TestHost.Admin, null, Cancel));

        Assert.Equal("invitation.anonymized", Assert.Single(one.Errors).Code);
        Assert.Equal(1, many.Skipped["invitation.anonymized"]);
        Assert.True((await host.InviteAsync(People.Person(1))).Succeeded);
    }

    [Fact]
    public async Task Old_messages_are_deleted_and_waiting_ones_stay()
    {
        using var host = new TestHost(new TenantSettings { Expiry = new() { Member = null }, Reminders = new() { After = [] } });
        await InviteAndRevokeAsync(host);
        await host.InviteAsync(People.Person(2));
        host.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Equal(1, await RunAsync(host));

        Assert.Equal(DeliveryStatus.Waiting, Assert.Single((await host.ReadAsync()).Deliveries).Status);
    }

    [Fact]
    public async Task Every_tenant_has_its_own_periods_and_a_broken_one_is_in_nobody_s_way()
    {
        var periods = new Periods();
        using var host = new TestHost(wire: builder => builder.Services.AddSingleton<ITenantSettingsProvider>(periods));
        foreach (var tenant in new[] { "a-broken", "b-30", "c-300" })
            await InviteAndRevokeAsync(host, tenant);
        host.Clock.Advance(TimeSpan.FromDays(60));
        periods.IsBroken = true;

        Assert.Equal(1, await RunAsync(host));

        Assert.Null((await host.ReadAsync("a-broken")).Invitations[0].AnonymizedAt);
        Assert.NotNull((await host.ReadAsync("b-30")).Invitations[0].AnonymizedAt);
        Assert.Null((await host.ReadAsync("c-300")).Invitations[0].AnonymizedAt);
    }

    [Fact]
    public async Task A_step_is_bounded_and_a_run_goes_on_until_nothing_is_left()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 2));
        foreach (var tenant in new[] { "t1", "t2", "t3" })
        {
            await host.InviteAsync(People.Of(5), tenant: tenant);
            await host.RunAsync<IRevocations, int>(it => it.RevokeForTenantAsync(tenant, "test", Cancel));
        }

        host.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal(4, await host.RunAsync<IRetention, int>(it => it.RunOnceAsync("t1", Cancel)));
        Assert.Equal(26, await RunAsync(host));

        foreach (var tenant in new[] { "t1", "t2", "t3" })
            Assert.All((await host.ReadAsync(tenant)).Invitations, it => Assert.NotNull(it.AnonymizedAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_of_nothing_is_refused(int days)
    {
        var period = TimeSpan.FromDays(days);
        var settings = new TenantSettings { Retention = new() { NeverJoined = period, Joined = period, Deliveries = period } };

        Assert.Equal(
            ["Retention.NeverJoined", "Retention.Joined", "Retention.Deliveries"], TenantSettingsRules.Mistakes(settings).Select(mistake => mistake.Split(' ')[0]));
    }

    private static Task<int> RunAsync(TestHost host) => host.RunAsync<IRetention, int>(it => it.RunAsync(Cancel));

    private static async Task<InviteResult> InviteAndRevokeAsync(TestHost host, string tenant = TestHost.Acme)
    {
        var invite = new Invite(People.Email(1))
        {
            FirstName = "Ana",
            PersonalMessage = "Hello",
            RedirectPath = "/ana",
            Metadata = new Dictionary<string, string> { ["order"] = "42" },
        };
        var invited = await host.InviteAsync(invite, tenant: tenant);
        Assert.Equal(1, await host.RunAsync<IRevocations, int>(it => it.RevokeForTenantAsync(tenant, "test", Cancel)));
        return invited;
    }

    private static async Task InviteAndAcceptAsync(TestHost host)
    {
        var invited = await host.InviteAsync(People.Person(1));
        var shown = await host.RunAsync<IInvitationAdministration, ShowSecretResult>(it =>
            it.ShowSecretAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin, Cancel));
        var accepted = await host.RunAsync<IInvitationAcceptance, AcceptResult>(it =>
            it.AcceptAsync(shown.Secrets!.Token, Acceptor.User("u-1", [People.Email(1)]), cancellationToken: Cancel));
        Assert.Empty(accepted.Errors);
    }

    private sealed class Periods : ITenantSettingsProvider
    {
        public bool IsBroken { get; set; }

        public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) => new(context.Tenant.Value switch
        {
            "a-broken" when IsBroken => new TenantSettings { BatchSize = 0 },
            "b-30" => new() { Retention = new() { NeverJoined = TimeSpan.FromDays(30) } },
            "c-300" => new() { Retention = new() { NeverJoined = TimeSpan.FromDays(300) } },
            _ => new(),
        });
    }
}
