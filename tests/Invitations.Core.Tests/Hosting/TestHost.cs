using Invitations.Stores;
using Invitations.Stores.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.Tests.Hosting;

/// <summary>A host as small as a newcomer's: Invitations with ephemeral keys, the in-memory store watched, and whatever parts a test gives.</summary>
internal sealed class TestHost : IDisposable
{
    public const string Acme = "acme";

    public static readonly Inviter Admin = Inviter.OrganizationAdmin("u-admin", "Olga Admin");

    private readonly ServiceProvider _services;

    public TestHost(
        TenantSettings? settings = null,
        Action<InvitationOptions>? options = null,
        Action<InvitationsBuilder>? wire = null,
        FakeAccounts? accounts = null,
        FakeAuthorities? authorities = null,
        FakeTenantSettings? tenants = null,
        RecordingDirectGrants? directGrants = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        var builder = services
            .AddInvitations(o =>
            {
                o.BaseUrl = new("https://app.example.com/join");
                o.Defaults = settings ?? o.Defaults;
                options?.Invoke(o);
            })
            .UseEphemeralKeys();
        Watch(services);
        services.AddScoped<IInvitationEventHandler>(_ => Events);
        if (accounts is not null)
            services.AddScoped<IAccountDirectory>(_ => accounts);
        if (authorities is not null)
            services.AddScoped<IInviterAuthorityProvider>(_ => authorities);
        if (tenants is not null)
            services.AddScoped<ITenantSettingsProvider>(_ => tenants);
        if (directGrants is not null)
            services.AddScoped<IDirectGrantHandler>(_ => directGrants);
        wire?.Invoke(builder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeClock Clock { get; } = new();

    public StoreCalls Calls { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public RecordingEvents Events { get; } = new();

    public IServiceProvider Services => _services;

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Runs in a scope of its own, as a request of a web application does.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Scope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<InviteResult> InviteAsync(Invite invite, InviteOptions? options = null, Inviter? inviter = null, TenantId? tenant = null) =>
        RunAsync<IInvitationService, InviteResult>(service =>
            service.InviteAsync(tenant ?? Acme, invite, inviter ?? Admin, options, TestContext.Current.CancellationToken));

    public Task<BulkInviteResult> InviteAsync(
        IReadOnlyCollection<Invite> invites, InviteOptions? options = null, Inviter? inviter = null, TenantId? tenant = null) =>
        RunAsync<IInvitationService, BulkInviteResult>(service =>
            service.InviteManyAsync(tenant ?? Acme, invites, inviter ?? Admin, options, TestContext.Current.CancellationToken));

    public async Task<IReadOnlyList<InviteResult>> InviteStreamAsync(
        IAsyncEnumerable<Invite> invites, InviteOptions? options = null, Inviter? inviter = null, TenantId? tenant = null)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationService>()
            .InviteStreamAsync(tenant ?? Acme, invites, inviter ?? Admin, options, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All that the stores hold of a tenant. Not counted as calls.</summary>
    public async Task<StoreContent> ReadAsync(TenantId? tenant = null)
    {
        await using var scope = Scope();
        var session = scope.ServiceProvider.GetRequiredService<InMemorySession>();
        var query = new InvitationStoreQuery
        {
            Tenant = tenant ?? Acme,
            Filter = new(),
            Now = Clock.GetUtcNow(),
            Sort = InvitationSort.OldestFirst,
            Take = int.MaxValue,
        };
        var invitations = await new InMemoryInvitationQueryStore(session).ListAsync(query, TestContext.Current.CancellationToken);
        var (deliveries, audit) = (new List<Delivery>(), new List<AuditEntry>());
        foreach (var invitation in invitations)
        {
            deliveries.AddRange(await new InMemoryDeliveryStore(session).ListAsync(invitation.Tenant, invitation.Id, TestContext.Current.CancellationToken));
            audit.AddRange(await new InMemoryAuditStore(session).ListAsync(invitation.Tenant, invitation.Id, TestContext.Current.CancellationToken));
        }

        return new(invitations, deliveries, audit);
    }

    public void Dispose() => _services.Dispose();

    private void Watch(IServiceCollection services)
    {
        services.AddScoped<IInvitationStore>(p => new WatchedInvitationStore(new InMemoryInvitationStore(Session(p)), Calls));
        services.AddScoped<IDeliveryStore>(p => new WatchedDeliveryStore(new InMemoryDeliveryStore(Session(p)), Calls));
        services.AddScoped<IInvitationSetStore>(p => new WatchedSetStore(new InMemoryInvitationSetStore(Session(p)), Calls));
        services.AddScoped<IAuditStore>(p => new WatchedAuditStore(new InMemoryAuditStore(Session(p)), Calls));
        services.AddScoped<IIdempotencyStore>(p => new WatchedIdempotencyStore(new InMemoryIdempotencyStore(Session(p)), Calls));
        services.AddScoped<ISeatStore>(p => new WatchedSeatStore(new InMemorySeatStore(Session(p)), Calls));
        services.AddScoped<IQuotaStore>(p => new WatchedQuotaStore(new InMemoryQuotaStore(Session(p)), Calls));
        services.AddScoped<IBatchStore>(p => new WatchedBatchStore(new InMemoryBatchStore(Session(p)), Calls));
        services.AddScoped<IBatchRowStore>(p => new WatchedBatchRowStore(new InMemoryBatchRowStore(Session(p)), Calls));
        services.AddScoped<IStoreTransaction>(p => new WatchedTransaction(Session(p), Calls));
    }

    private static InMemorySession Session(IServiceProvider provider) => provider.GetRequiredService<InMemorySession>();
}
