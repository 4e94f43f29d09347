using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Bulk;

public sealed class RevocationsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_dismissed_user_invited_to_is_revoked_with_its_queued_mail()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2), inviter: Inviter.OrganizationAdmin("u-left"));
        await host.InviteAsync(People.Person(3), inviter: Inviter.System("u-left"));
        await host.InviteAsync(People.Person(4));

        Assert.Equal(2, await RunAsync(host, it => it.RevokeByInviterAsync(TestHost.Acme, "u-left", "offboarding", Cancel)));

        var content = await host.ReadAsync();
        Assert.Equal([People.Email(3), People.Email(4)], content.Open.Select(it => it.Recipient.Email).Order());
        Assert.Equal(2, content.Deliveries.Count(it => it.Status is DeliveryStatus.Cancelled));
        Assert.Equal(2, content.Audit.Count(entry => entry is { Action: AuditAction.Revoked, Actor: "offboarding" }));
        Assert.Equal(2, host.Events.All.Count(raised => raised.Kind is InvitationEventKind.Revoked));
    }

    [Fact]
    public async Task A_person_is_revoked_in_one_tenant_or_in_all()
    {
        using var host = new TestHost();
        foreach (var tenant in new[] { TestHost.Acme, "globex", "initech" })
            await host.InviteAsync(People.Of(2), tenant: tenant);
        var person = new PersonQuery { Email = " Person1@EXAMPLE.com " };

        Assert.Equal(1, (await RunAsync(host, it => it.RevokeForRecipientAsync("globex", person, "abuse-desk", Cancel))).Counts.Done);
        Assert.Equal(2, (await RunAsync(host, it => it.RevokeForRecipientAsync(null, person, "abuse-desk", Cancel))).Counts.Done);

        foreach (var tenant in new[] { TestHost.Acme, "globex", "initech" })
            Assert.Equal(People.Email(2), Assert.Single((await host.ReadAsync(tenant)).Open).Recipient.Email);
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_is_an_error()
    {
        using var host = new TestHost();

        Assert.Equal("email.invalid", Assert.Single((await RunAsync(host, it => it.RevokeForRecipientAsync(null, new() { Email = "no address" }, "x", Cancel))).Errors).Code);
        Assert.Equal("recipient.missing", Assert.Single((await RunAsync(host, it => it.RevokeForRecipientAsync(null, new(), "x", Cancel))).Errors).Code);
    }

    [Fact]
    public async Task What_leads_into_a_group_is_revoked()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g1"), new("g2")] });
        await host.InviteAsync([new(People.Email(1)) { Groups = ["g1", "g2"] }, new(People.Email(2)) { Groups = ["g2"] }, People.Person(3)]);

        Assert.Equal(1, await RunAsync(host, it => it.RevokeForGroupAsync(TestHost.Acme, "g1", "directory", Cancel)));

        Assert.Equal([People.Email(2), People.Email(3)], (await host.ReadAsync()).Open.Select(it => it.Recipient.Email).Order());
    }

    [Fact]
    public async Task Everything_of_a_tenant_is_revoked_and_nothing_of_another()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 10));
        await host.InviteAsync(People.Of(25));
        await host.InviteAsync(People.Of(5), tenant: "globex");

        Assert.Equal(25, await RunAsync(host, it => it.RevokeForTenantAsync(TestHost.Acme, "closing", Cancel)));

        Assert.Empty((await host.ReadAsync()).Open);
        Assert.Equal(5, (await host.ReadAsync("globex")).Open.Count());
    }

    [Fact]
    public async Task Links_are_turned_off_with_what_they_have_to_do_with()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g1"), new("g2")] });
        var (ofLeaver, intoGroup, other) = (await LinkAsync(host, "u-left", "g2"), await LinkAsync(host, "u-admin", "g1"), await LinkAsync(host, "u-admin", "g2"));

        Assert.Equal(1, await RunAsync(host, it => it.RevokeByInviterAsync(TestHost.Acme, "u-left", "offboarding", Cancel)));
        Assert.False(await IsOnAsync(host, ofLeaver));
        Assert.True(await IsOnAsync(host, intoGroup));
        Assert.Equal(1, await RunAsync(host, it => it.RevokeForGroupAsync(TestHost.Acme, "g1", "directory", Cancel)));
        Assert.Equal(1, await RunAsync(host, it => it.RevokeForTenantAsync(TestHost.Acme, "closing", Cancel)));

        Assert.False(await IsOnAsync(host, other));
        Assert.Equal(0, await RunAsync(host, it => it.RevokeForTenantAsync(TestHost.Acme, "closing", Cancel)));
    }

    [Fact]
    public async Task No_rule_of_a_tenant_keeps_alive_what_a_trusted_part_of_the_host_ends()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<RefuseAllButNew>());
        await host.InviteAsync(People.Of(2));

        Assert.Equal(2, (await host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.RevokeAsync(TestHost.Acme, new(), TestHost.Admin, null, Cancel))).Skipped["no"]);
        Assert.Equal(2, await RunAsync(host, it => it.RevokeForTenantAsync(TestHost.Acme, "closing", Cancel)));
    }

    private static async Task<Guid> LinkAsync(TestHost host, string inviter, string group)
    {
        var made = await host.RunAsync<IInvitationLinks, LinkResult>(it =>
            it.CreateAsync(TestHost.Acme, new() { Name = "Everybody", Groups = [group] }, Inviter.OrganizationAdmin(inviter), Cancel));
        Assert.Empty(made.Errors);
        return made.Link!.Id;
    }

    private static async Task<bool> IsOnAsync(TestHost host, Guid link) =>
        (await host.RunAsync<IInvitationLinks, InvitationLink?>(it => it.FindAsync(TestHost.Acme, link, TestHost.Admin, Cancel)))!.IsActive;

    private static Task<T> RunAsync<T>(TestHost host, Func<IRevocations, Task<T>> work) => host.RunAsync(work);

    private sealed class RefuseAllButNew : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(context.Operation is InvitationOperation.Create ? null : new InvitationError("no"));
    }
}
