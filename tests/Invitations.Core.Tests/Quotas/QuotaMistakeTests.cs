using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Tests.Quotas;

public sealed class QuotaMistakeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static TheoryData<QuotaSettings, string> OfTenants => new()
    {
        { new() { Inviter = [new(0, Day)] }, "Quotas.Inviter has the limit 0" },
        { new() { Tenant = [new(-1, Day)] }, "Quotas.Tenant has the limit -1" },
        { new() { Tenant = [new(1, TimeSpan.Zero)] }, "Quotas.Tenant has the window 00:00:00" },
        { new() { Tenant = [new(1, TimeSpan.MaxValue)] }, "Quotas.Tenant has the window" },
        { new() { Tenant = [new(1, Day), new(2, Day)] }, "Quotas.Tenant has two limits for the window 1.00:00:00" },
        { new() { OpenPerInviter = 0 }, "Quotas.OpenPerInviter must be 1 or more, or null for no limit, was 0" },
        { new() { OpenPerTenant = -5 }, "Quotas.OpenPerTenant must be 1 or more" },
        { new() { Inviter = null! }, "Quotas.Inviter must not be null" },
        { new() { Tenant = [null!] }, "Quotas.Tenant must not be null or have null in it" },
    };

    public static TheoryData<SystemQuotas, string> OfAll => new()
    {
        { new() { Recipient = [new(0, Day)] }, "Quotas.Recipient has the limit 0" },
        { new() { Domain = [new(5, -Day)] }, "Quotas.Domain has the window -1" },
        { new() { System = [null!] }, "Quotas.System must not have null in it" },
        { null!, "Quotas must not be null" },
    };

    [Theory, MemberData(nameof(OfTenants))]
    public async Task A_number_that_could_mean_no_limit_is_a_mistake_of_the_settings(QuotaSettings quotas, string mistake)
    {
        using var host = new TestHost(tenants: new() { ByTenant = { ["acme"] = new() { Quotas = quotas } } });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(People.Person(1)));

        Assert.StartsWith("INV009", exception.Message, StringComparison.Ordinal);
        Assert.Contains(mistake, exception.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(OfAll))]
    public void A_number_that_could_mean_no_limit_is_a_mistake_of_the_options(SystemQuotas quotas, string mistake)
    {
        using var host = new TestHost(options: options => options.Quotas = quotas);

        var exception = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<InvitationOptions>>().Value);

        Assert.Contains(exception.Failures, failure => failure.StartsWith($"INV005: {mistake}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_of_the_host_decides_who_has_which_quota()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IQuotaPolicy, NewcomersFirst>());

        Assert.Equal([true, false], (await host.InviteAsync(People.Of(2), inviter: Inviter.OrganizationAdmin("u-new"))).Rows.Select(row => row.Succeeded));
        Assert.True((await host.InviteAsync(People.Of(5, from: 3))).Succeeded);
    }

    [Fact]
    public async Task A_policy_with_rules_that_cannot_be_is_a_mistake_and_no_licence()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IQuotaPolicy, Unlimited>());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(People.Person(1)));

        Assert.StartsWith("INV022", exception.Message, StringComparison.Ordinal);
        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    public sealed class NewcomersFirst : IQuotaPolicy
    {
        public ValueTask<QuotaRules> GetRulesAsync(QuotaContext context, CancellationToken cancellationToken) =>
            new(context.Inviter.UserId == "u-new" ? new QuotaRules { Inviter = [new(1, TimeSpan.FromDays(1))] } : QuotaRules.None);
    }

    public sealed class Unlimited : IQuotaPolicy
    {
        public ValueTask<QuotaRules> GetRulesAsync(QuotaContext context, CancellationToken cancellationToken) =>
            new(new QuotaRules { OpenPerTenant = 0 });
    }
}
