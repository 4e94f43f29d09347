using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Quotas;

public sealed class QuotaTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly Inviter Other = Inviter.OrganizationAdmin("u-other");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inviter_over_the_quota_is_told_rule_count_limit_and_from_when_it_is_possible_again()
    {
        using var host = Host(new() { Inviter = [new(2, Day)] });
        await host.InviteAsync(People.Of(1));
        host.Clock.Advance(TimeSpan.FromHours(3));
        await host.InviteAsync(People.Of(1, from: 2));

        (await host.InviteAsync(People.Person(3))).AssertRefused(
            "quota.exceeded", null, ("rule", "inviter"), ("count", 2), ("limit", 2), ("window", Day), ("retryAt", FakeClock.Start + Day));

        (await host.InviteAsync(People.Person(3), inviter: Other)).AssertSucceeded();
        (await host.InviteAsync(People.Person(4), tenant: "globex")).AssertSucceeded();
        host.Clock.Set(FakeClock.Start + Day);
        (await host.InviteAsync(People.Person(5))).AssertSucceeded();
    }

    [Fact]
    public async Task A_quota_of_the_tenant_holds_for_all_inviters_together()
    {
        using var host = Host(new() { Tenant = [new(2, Day)] });
        (await host.InviteAsync(People.Person(1))).AssertSucceeded();
        (await host.InviteAsync(People.Person(2), inviter: Other)).AssertSucceeded();

        Assert.Equal("tenant", Assert.Single((await host.InviteAsync(People.Person(3), inviter: Other)).Errors).Arguments["rule"]);
        (await host.InviteAsync(People.Person(3), tenant: "globex")).AssertSucceeded();
    }

    [Theory]
    [InlineData("ana@example.com", "Ana+work@EXAMPLE.com", "ana+2@example.com", "ana.b@example.com")]
    [InlineData("+447911123456", "+44 7911 123456", "07911 123456", "+447911123457")]
    public async Task A_recipient_is_one_and_the_same_in_every_tenant_and_under_every_plus_tag(string one, string two, string three, string somebodyElse)
    {
        using var host = Host(all: new() { Recipient = [new(2, Day)] });
        (await InviteAsync(one, "acme")).AssertSucceeded();
        (await InviteAsync(two, "globex")).AssertSucceeded();

        var refused = await InviteAsync(three, "initech");

        Assert.Equal(("quota.exceeded", "recipient"), (Assert.Single(refused.Errors).Code, refused.Errors[0].Arguments["rule"]));
        Assert.Equal(one.Contains('@', StringComparison.Ordinal) ? "email" : "phone", refused.Errors[0].Field);
        (await InviteAsync(somebodyElse, "initech")).AssertSucceeded();

        Task<InviteResult> InviteAsync(string address, TenantId tenant) =>
            host.InviteAsync(address.Contains('@', StringComparison.Ordinal) ? new Invite(address) : new Invite { Phone = address }, tenant: tenant);
    }

    [Fact]
    public async Task A_person_with_two_addresses_is_stopped_by_either()
    {
        using var host = Host(all: new() { Recipient = [new(1, Day)] });
        (await host.InviteAsync(new Invite { Phone = "+447911123456" }, tenant: "globex")).AssertSucceeded();

        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" })).Codes());
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
    }

    [Fact]
    public async Task A_domain_and_the_whole_system_have_quotas_across_tenants()
    {
        using var host = Host(all: new() { Domain = [new(1, Day)], System = [new(2, Day)] });
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();

        Assert.Equal("domain", (await host.InviteAsync(new Invite("ben@example.com"), tenant: "globex")).Errors[0].Arguments["rule"]);
        (await host.InviteAsync(new Invite("ben@mail.example.com"), tenant: "globex")).AssertSucceeded();
        Assert.Equal("system", (await host.InviteAsync(new Invite { Phone = "+447911123456" }, tenant: "initech")).Errors[0].Arguments["rule"]);
    }

    [Fact]
    public async Task Every_rule_that_is_used_up_is_named()
    {
        using var host = Host(new() { Inviter = [new(1, TimeSpan.FromHours(1)), new(1, Day)], Tenant = [new(1, Day)] }, new() { Recipient = [new(1, Day)] });
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();

        var refused = await host.InviteAsync(new Invite("ana+1@example.com"));

        Assert.Equal(["inviter", "inviter", "tenant", "recipient"], refused.Errors.Select(error => error.Arguments["rule"]));
        Assert.Equal(
            [FakeClock.Start.AddHours(1), FakeClock.Start + Day],
            refused.Errors.Take(2).Select(error => error.Arguments["retryAt"]).Cast<DateTimeOffset>().Order());
    }

    [Fact]
    public async Task What_is_refused_takes_nothing_of_any_quota()
    {
        using var host = Host(new() { Inviter = [new(2, Day)] }, new() { Recipient = [new(1, Day)] });
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(new Invite("ana+1@example.com"))).Codes());
        Assert.Equal(["email.invalid"], (await host.InviteAsync(new Invite("nonsense"))).Codes());

        (await host.InviteAsync(new Invite("ben@example.com"))).AssertSucceeded();
        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(new Invite("cleo@example.com"))).Codes());
    }

    [Fact]
    public async Task Reinvites_and_edits_that_send_count_and_what_sends_nothing_does_not()
    {
        using var host = Host(new() { Inviter = [new(3, Day)] });
        var id = (await host.InviteAsync(new Invite("ana@example.com"))).InvitationId!.Value;
        await AdministerAsync(service => service.EditAsync(TestHost.Acme, id, new() { PersonalMessage = "Hello" }, TestHost.Admin, Token));
        (await host.InviteAsync(new Invite("ana@example.com"), new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant })).AssertSucceeded(InviteOutcome.Merged);
        Assert.True((await AdministerAsync(service => service.ReinviteAsync(TestHost.Acme, id, TestHost.Admin, Token))).Succeeded);
        Assert.True((await AdministerAsync(service => service.EditAsync(TestHost.Acme, id, new() { Email = "ben@example.com" }, TestHost.Admin, Token))).Succeeded);
        var before = (await host.ReadAsync()).Invitations;

        foreach (var refused in new[]
        {
            (await AdministerAsync(service => service.ReinviteAsync(TestHost.Acme, id, TestHost.Admin, Token))).Errors,
            (await AdministerAsync(service => service.EditAsync(TestHost.Acme, id, new() { Email = "cleo@example.com" }, TestHost.Admin, Token))).Errors,
            (await host.InviteAsync(new Invite("ben@example.com"), new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite })).Errors,
        })
        {
            Assert.Equal(("quota.exceeded", 3), (Assert.Single(refused).Code, refused[0].Arguments["count"]));
        }

        Assert.Equal(before, (await host.ReadAsync()).Invitations);
        Assert.True((await AdministerAsync(service => service.RevokeAsync(TestHost.Acme, id, TestHost.Admin, Token))).Succeeded);

        Task<AdministrationResult> AdministerAsync(Func<IInvitationAdministration, Task<AdministrationResult>> work) => host.RunAsync(work);
    }

    [Fact]
    public async Task A_list_counts_its_rows_in_their_order()
    {
        using var host = Host(new() { Inviter = [new(3, Day)] }, new() { Recipient = [new(1, Day)] });

        var result = await host.InviteAsync(
            [new("ana@example.com"), new("ana+1@example.com"), new("ben@example.com"), new("cleo@example.com"), new("dora@example.com")]);

        Assert.Equal(
            [InviteOutcome.Invited, InviteOutcome.Refused, InviteOutcome.Invited, InviteOutcome.Invited, InviteOutcome.Refused], result.Outcomes());
        Assert.Equal("recipient", Assert.Single(result.Rows[1].Errors).Arguments["rule"]);
        Assert.Equal("inviter", Assert.Single(result.Rows[4].Errors).Arguments["rule"]);
        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(new Invite("eva@example.com"))).Codes());
    }

    [Fact]
    public async Task An_all_or_nothing_list_over_the_quota_takes_nothing_of_it()
    {
        using var host = Host(new() { Inviter = [new(3, Day)] });

        var refused = await host.InviteAsync(People.Of(4), new() { Mode = BatchMode.AllOrNothing });
        var invited = await host.InviteAsync(People.Of(3), new() { Mode = BatchMode.AllOrNothing });

        Assert.Equal([InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.Refused], refused.Outcomes());
        Assert.True(invited.Succeeded);
    }

    [Fact]
    public async Task A_row_that_loses_a_race_and_a_write_that_fails_give_back_what_they_took()
    {
        using var host = Host(new() { Inviter = [new(2, Day)] });
        var isFirst = true;
        host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || !isFirst)
                return;
            isFirst = false;
            (await host.InviteAsync(new Invite("ana@example.com"), inviter: Other)).AssertSucceeded();
        };
        Assert.Equal(["invitation.already_pending"], (await host.InviteAsync(new Invite("ana@example.com"))).Codes());
        host.Calls.Before = call => call.Name == "Audit.Append" ? throw new TimeoutException() : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => host.InviteAsync(new Invite("ben@example.com")));
        host.Calls.Before = null;

        Assert.Equal(2, (await host.InviteAsync(People.Of(3))).Rows.Count(row => row.Succeeded));
    }

    [Fact]
    public async Task An_exempt_system_is_neither_limited_nor_counted()
    {
        using var host = Host(
            new() { Inviter = [new(1, Day)], Tenant = [new(1, Day)], OpenPerTenant = 10, ExemptSystems = ["directory-sync"] },
            new() { System = [new(1, Day)], ExemptSystems = ["directory-sync"] });

        Assert.True((await host.InviteAsync(People.Of(30), inviter: Inviter.System("directory-sync"))).Succeeded);

        Assert.Equal(["quota.open_exceeded"], (await host.InviteAsync(People.Person(31))).Codes());
        Assert.Equal(
            [true, false],
            (await host.InviteAsync(People.Of(2), inviter: Inviter.System("nightly-job"), tenant: "globex")).Rows.Select(row => row.Succeeded));
        Assert.Equal(["quota.exceeded"], (await host.InviteAsync(People.Person(9), inviter: new("directory-sync", authority: TestHost.Admin.Authority), tenant: "initech")).Codes());
    }

    [Fact]
    public async Task Nothing_that_is_kept_of_a_recipient_is_an_address()
    {
        using var host = Host(new() { Inviter = [new(9, Day)] }, new() { Recipient = [new(9, Day)], Domain = [new(9, Day)] });

        await host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        var requests = Assert.IsAssignableFrom<IReadOnlyList<QuotaRequest>>(Assert.Single(host.Calls.All, call => call.Name == "Quotas.Take").Argument);
        Assert.Equal(4, requests.Count);
        Assert.All(requests, request => Assert.Matches("^[a-z]+:[0-9]+:[0-9a-f]{32}$", request.Key));
        Assert.Equal(requests.Select(request => request.Key).Order(StringComparer.Ordinal), requests.Select(request => request.Key));
    }

    [Fact]
    public async Task Of_two_hundred_at_once_no_more_are_invited_than_the_quota_has()
    {
        using var host = Host(new() { Tenant = [new(20, Day)] });
        using var barrier = new Barrier(200);

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return host.InviteAsync(People.Person(i), inviter: i % 2 == 0 ? TestHost.Admin : Other);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal(20, results.Count(result => result.Succeeded));
        Assert.Equal(20, (await host.ReadAsync()).Invitations.Count);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(["quota.exceeded"], result.Codes()));
    }

    private static TestHost Host(QuotaSettings? own = null, SystemQuotas? all = null) => new(
        new TenantSettings { Quotas = own ?? new(), Reinvite = new() { Cooldown = TimeSpan.Zero }, PhoneRegion = "GB" },
        options => options.Quotas = all ?? new());
}
