using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Invitations.Tests.Wiring;

public sealed class RegistrationTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Adding_invitations_twice_adds_nothing_twice()
    {
        var services = new ServiceCollection();
        Add(services);
        var first = services.ToList();

        Add(services);

        Assert.Equal(first.CountBy(service => service.ServiceType).ToHashSet(), services.CountBy(service => service.ServiceType).ToHashSet());

        static void Add(IServiceCollection services) => services.AddInvitations()
            .UseEphemeralKeys()
            .AddPolicy<SomePolicy>()
            .AddEventHandler<SomeEventHandler>();
    }

    [Fact]
    public async Task Each_call_configures_further()
    {
        var services = new ServiceCollection();
        services.AddInvitations(options => options.BaseUrl = new("https://one.example.com"));
        services.AddInvitations(options => options.BaseUrl = new("https://two.example.com")).UseEphemeralKeys();
        await using var provider = services.BuildServiceProvider(Strict);

        Assert.Equal("https://two.example.com/", provider.GetRequiredService<LinkMaker>().SecretsOf(SomeInvitation)!.Link.GetLeftPart(UriPartial.Authority) + "/");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_newcomers_wiring_builds_and_works_with_and_without_logging(bool hasLogging)
    {
        var services = new ServiceCollection();
        if (hasLogging)
            services.AddLogging();
        services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys();
        await using var provider = services.BuildServiceProvider(Strict);

        await InviteAndAcceptAsync(provider);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task It_works_in_a_generic_host(string environment)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys();
        using var host = builder.Build();

        await host.StartAsync(Token);
        await InviteAndAcceptAsync(host.Services);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task What_the_host_registered_before_is_used()
    {
        var clock = new AdjustableClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddScoped<IRoleCatalog, NoRoles>();
        services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys();
        await using var provider = services.BuildServiceProvider(Strict);
        await using var scope = provider.CreateAsyncScope();

        Assert.Equal(clock.Now, provider.GetRequiredService<InvitationClock>().Now);
        Assert.IsType<NoRoles>(scope.ServiceProvider.GetRequiredService<IRoleCatalog>());
    }

    [Fact]
    public async Task Every_store_may_be_replaced_by_the_hosts_own()
    {
        var services = new ServiceCollection();
        services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys();
        var calls = new CallCounter();
        calls.Watch(services);
        await using var provider = services.BuildServiceProvider(Strict);

        await InviteAndAcceptAsync(provider);

        Assert.Subset(
            calls.Calls.Select(call => call.Split('.')[0]).ToHashSet(),
            new HashSet<string> { nameof(IStoreTransaction), nameof(IInvitationStore), nameof(IDeliveryStore), nameof(IAuditStore) });
    }

    [Fact]
    public void The_clock_cuts_instants_to_microseconds()
    {
        var clock = new AdjustableClock { Now = AdjustableClock.Start.AddTicks(19) };

        Assert.Equal(AdjustableClock.Start.AddTicks(10), new InvitationClock(clock).Now);
    }

    [Fact]
    public void A_named_policy_is_replaced_and_the_list_of_all_is_not()
    {
        var builder = new ServiceCollection().AddInvitations();

        var error = Assert.Throws<InvalidOperationException>(() => builder.ReplacePolicy<IInvitationPolicy, SomePolicy>());

        Assert.StartsWith("INV010", error.Message, StringComparison.Ordinal);
        Assert.Equal(13, builder.Services.Count(service => service.ServiceType == typeof(IInvitationPolicy)));
    }

    private static Invitation SomeInvitation => new()
    {
        Id = Guid.NewGuid(), Tenant = "acme", Recipient = new(), Grant = Grant.Member, InvitedBy = "u", Status = InvitationStatus.Pending,
        SecretVersion = 1, SecretKeyId = 1, CreatedAt = AdjustableClock.Start,
    };

    private static async Task InviteAndAcceptAsync(IServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        T Get<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

        var invited = await Get<IInvitationService>().InviteAsync("acme", new("ana@example.com"), Site.Admin, null, Token);
        var shown = await Get<IInvitationAdministration>().ShowSecretAsync("acme", invited.InvitationId!.Value, Site.Admin, Token);
        var accepted = await Get<IInvitationAcceptance>().AcceptAsync(shown.Secrets!.Token, Acceptor.User("u-ana", ["ana@example.com"]), null, Token);
        var found = await Get<IInvitationQueries>().FindAsync("acme", invited.InvitationId.Value, Site.Admin, Token);

        Assert.True(accepted.Succeeded);
        Assert.Equal(InvitationStatus.Accepted, found!.Status);
    }

    private sealed class NoRoles : IRoleCatalog
    {
        public ValueTask<IReadOnlyCollection<Role>> GetRolesAsync(RoleQuery query, CancellationToken cancellationToken) => new([]);
    }

    private sealed class SomePolicy : IInvitationPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class SomeEventHandler : IInvitationEventHandler
    {
        public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
