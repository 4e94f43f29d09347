using Invitations.Tests.Hosting;

namespace Invitations.Tests.Tenants;

public sealed class TenantSeparationTests
{
    [Fact]
    public async Task A_person_can_be_invited_to_two_tenants_and_neither_sees_the_other()
    {
        using var host = new TestHost();
        var invite = new Invite("ana@example.com") { EmployeeId = "E-1", Identifier = "AB12" };

        (await host.InviteAsync(invite, tenant: "acme")).AssertSucceeded();
        (await host.InviteAsync(invite, tenant: "Acme")).AssertSucceeded();

        Assert.Equal("acme", Assert.Single((await host.ReadAsync("acme")).Invitations).Tenant.Value);
        Assert.Equal("Acme", Assert.Single((await host.ReadAsync("Acme")).Invitations).Tenant.Value);
    }

    [Theory]
    [InlineData(WhenAlreadyInvited.Reinvite)]
    [InlineData(WhenAlreadyInvited.MergeGrant)]
    public async Task Another_tenant_s_invitation_is_neither_reinvited_nor_merged_into(WhenAlreadyInvited choice)
    {
        using var host = new TestHost(new TenantSettings { Reinvite = new() { Cooldown = TimeSpan.Zero } });
        await host.InviteAsync(new Invite("ana@example.com"), tenant: "acme");
        var before = (await host.ReadAsync("acme")).OfEmail("ana@example.com");

        (await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { WhenAlreadyInvited = choice }, tenant: "globex")).AssertSucceeded();

        Assert.Equal(before, (await host.ReadAsync("acme")).OfEmail("ana@example.com"));
    }

    [Fact]
    public async Task The_same_idempotency_key_in_two_tenants_is_two_keys()
    {
        using var host = new TestHost();
        var options = new InviteOptions { IdempotencyKey = "import-1" };

        Assert.True((await host.InviteAsync(People.Of(2), options, tenant: "acme")).Succeeded);
        Assert.True((await host.InviteAsync(People.Of(3), options, tenant: "globex")).Succeeded);

        Assert.Equal((2, 3), ((await host.ReadAsync("acme")).Invitations.Count, (await host.ReadAsync("globex")).Invitations.Count));
    }

    [Fact]
    public async Task The_host_s_directories_are_asked_for_the_tenant_that_invites()
    {
        var accounts = new FakeAccounts();
        using var host = new TestHost(accounts: accounts);

        await host.InviteAsync(new Invite("ana@example.com"), tenant: "globex");

        Assert.Equal("globex", Assert.Single(accounts.Queries).Tenant.Value);
    }

    [Fact]
    public async Task A_tenant_that_was_never_set_is_a_clear_bug_of_the_caller()
    {
        using var host = new TestHost();

        var exceptions = new[]
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(new Invite("ana@example.com"), tenant: default(TenantId))),
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(People.Of(2), tenant: default(TenantId))),
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteStreamAsync(People.Of(2).ToAsyncEnumerable(), tenant: default(TenantId))),
        };

        Assert.All(exceptions, exception => Assert.StartsWith("INV008", exception.Message, StringComparison.Ordinal));
    }
}
