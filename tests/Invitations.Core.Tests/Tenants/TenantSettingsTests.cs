using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Tests.Tenants;

public sealed class TenantSettingsTests
{
    public static TheoryData<string, TenantSettings> Mistakes => new()
    {
        { "Expiry.Member", new() { Expiry = new() { Member = TimeSpan.Zero } } },
        { "Expiry.Guest", new() { Expiry = new() { Guest = TimeSpan.FromDays(-1) } } },
        { "Expiry.Most", new() { Expiry = new() { Most = TimeSpan.MaxValue } } },
        { "Expiry.Channels[\"sms\"]", new() { Expiry = new() { Channels = new Dictionary<string, TimeSpan> { ["sms"] = TimeSpan.Zero } } } },
        { "Expiry must", new() { Expiry = null! } },
        { "Reinvite.Cooldown", new() { Reinvite = new() { Cooldown = TimeSpan.FromTicks(-1) } } },
        { "Reinvite.Cooldown", new() { Reinvite = new() { Cooldown = TimeSpan.MaxValue } } },
        { "BatchSize", new() { BatchSize = 0 } },
        { "BatchSize", new() { BatchSize = -1 } },
        { "MaxMessageLength", new() { MaxMessageLength = 0 } },
        { "'exa mple'", new() { Domains = new() { Allowed = ["exa mple"] } } },
        { "'a@b.example'", new() { Domains = new() { Denied = ["a@b.example"] } } },
        { "Domains.Allowed", new() { Domains = new() { Allowed = null! } } },
        { "Domains.Denied", new() { Domains = new() { Denied = [null!] } } },
        { "'klingon!'", new() { Languages = ["klingon!"] } },
        { "'XX'", new() { PhoneRegion = "XX" } },
        { "Roles has 'admin' twice", new() { Roles = ["admin", "editor", "admin"] } },
        { "Groups has the id 'g1' twice", new() { Groups = [new("g1"), new("g1", "Other")] } },
        { "Groups must", new() { Groups = [null!] } },
        { "AdminRole", new() { AdminRole = " " } },
        { "'Shift'", new() { Fields = [new() { Key = "Shift" }] } },
        { "'shift' twice", new() { Fields = [new() { Key = "shift" }, new() { Key = "shift" }] } },
        { "MaxLength 0", new() { Fields = [new() { Key = "shift", MaxLength = 0 }] } },
        { "MaxLength 10001", new() { Fields = [new() { Key = "shift", MaxLength = 10_001 }] } },
        { "'My Kind'", new() { IdentifierKinds = ["My Kind"] } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Settings_of_a_tenant_that_cannot_be_used_say_what_is_wrong(string named, TenantSettings settings)
    {
        using var host = new TestHost(tenants: new FakeTenantSettings { ByTenant = { ["acme"] = settings } });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(new Invite("ana@example.com")));

        Assert.StartsWith("INV009: the settings that ITenantSettingsProvider gave for tenant 'acme'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        (await host.InviteAsync(new Invite("ana@example.com"), tenant: "other")).AssertSucceeded();
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Default_settings_that_cannot_be_used_stop_the_host(string named, TenantSettings settings)
    {
        using var host = new TestHost(settings);

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.InviteAsync(new Invite("ana@example.com")));

        Assert.Contains(exception.Failures, failure => failure.StartsWith("INV005: Defaults.", StringComparison.Ordinal) && failure.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_mistakes_come_at_once()
    {
        var settings = new TenantSettings { BatchSize = 0, MaxMessageLength = 0, Roles = ["a", "a"] };
        using var host = new TestHost(tenants: new FakeTenantSettings { ByTenant = { ["acme"] = settings } });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(new Invite("ana@example.com")));

        Assert.All(["BatchSize", "MaxMessageLength", "Roles"], named => Assert.Contains(named, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_gives_nothing_is_told_to_give_the_defaults()
    {
        using var host = new TestHost(wire: builder => builder.UseTenantSettings<Nothing>());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(new Invite("ana@example.com")));

        Assert.Contains("TenantSettingsContext.Defaults", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_tenant_has_its_own_settings()
    {
        var tenants = new FakeTenantSettings
        {
            ByTenant =
            {
                ["acme"] = new() { Domains = new() { Allowed = ["acme.example"] }, Roles = ["crew"], BatchSize = 1 },
                ["globex"] = new() { Domains = new() { Denied = ["acme.example"] }, Roles = ["staff"] },
            },
        };
        using var host = new TestHost(new TenantSettings { Roles = ["anything"] }, tenants: tenants);

        (await host.InviteAsync(new Invite("a@acme.example") { Roles = ["crew"] }, tenant: "acme")).AssertSucceeded();
        (await host.InviteAsync(new Invite("a@acme.example") { Roles = ["staff"] }, tenant: "globex"))
            .AssertRefused("email.domain_not_allowed", "email", ("domain", "acme.example"));
        (await host.InviteAsync(new Invite("a@acme.example") { Roles = ["anything"] }, tenant: "initech")).AssertSucceeded();
        (await host.InviteAsync(new Invite("b@globex.example") { Roles = ["staff"] }, tenant: "globex")).AssertSucceeded();
        Assert.Single((await host.InviteAsync(People.Of(2), tenant: "acme")).Errors);
    }

    private sealed class Nothing : ITenantSettingsProvider
    {
        public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) => new((TenantSettings)null!);
    }
}
