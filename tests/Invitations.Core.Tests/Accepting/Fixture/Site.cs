using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Tests.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.Tests.Accepting.Fixture;

/// <summary>A host that embeds the library, with an adjustable clock, its own handler and everything that it may be asked about afterwards.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly TenantId Acme = "acme";
    public static readonly TenantId Globex = "globex";
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("u-admin", "Ada Admin");
    public static readonly Uri BaseUrl = new("https://app.example.com/join");

    public Site(
        Action<InvitationsBuilder>? with = null,
        Action<InvitationOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        bool hasHandler = true)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(Memberships);
        collection.AddSingleton<ITenantSettingsProvider>(Tenants);
        collection.AddScoped<IStoreTransaction>(provider =>
            new Interference.Transaction(provider.GetRequiredService<InMemorySession>(), Interference));
        var builder = collection.AddInvitations(options =>
        {
            options.BaseUrl = BaseUrl;
            configure?.Invoke(options);
        });
        builder.UseKeyRing<SwappableKeys>();
        if (hasHandler)
            builder.AddAcceptanceHandler<MembershipHandler>();
        with?.Invoke(builder);
        services?.Invoke(collection);
        Provider = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static TenantSettings Settings { get; } = new()
    {
        Roles = ["viewer", "editor", "owner"],
        Groups = [new("design", "Design team"), new("sales"), new("finance")],
        Products = ["crm", "desk"],
    };

    public AdjustableClock Clock { get; } = new();

    public CollectedLogs Logs { get; } = new();

    public Memberships Memberships { get; } = new();

    public Interference Interference { get; } = new();

    public ChangingSettings Tenants { get; } = new();

    public ServiceProvider Provider { get; }

    public SwappableKeys Keys => (SwappableKeys)Provider.GetRequiredService<IKeyRingSource>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Calls one service in a scope of its own, as a request does.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, CancellationToken, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = Provider.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>(), Token);
    }

    public Task<InviteResult> TryInviteAsync(Invite invite, Inviter? inviter = null, InviteOptions? options = null, TenantId? tenant = null) =>
        AskAsync<IInvitationService, InviteResult>((service, token) => service.InviteAsync(tenant ?? Acme, invite, inviter ?? Admin, options, token));

    /// <summary>Invites and expects it to work.</summary>
    public async Task<Guid> InviteAsync(Invite invite, Inviter? inviter = null, InviteOptions? options = null, TenantId? tenant = null)
    {
        var result = await TryInviteAsync(invite, inviter, options, tenant);
        Assert.Empty(result.Errors);
        return result.InvitationId!.Value;
    }

    public Task<Guid> InviteAsync(string email) => InviteAsync(new Invite(email));

    /// <summary>Invites somebody who gets a code and no message.</summary>
    public Task<Guid> InviteByCodeAsync(string number = "4711", TenantId? tenant = null) => InviteAsync(new Invite { Identifier = number }, tenant: tenant);

    public Task<PreviewResult> PreviewAsync(InvitationSecret secret) =>
        AskAsync<IInvitationAcceptance, PreviewResult>((service, token) => service.PreviewAsync(secret, token));

    public Task<AcceptResult> AcceptAsync(InvitationSecret secret, Acceptor acceptor, Profile? profile = null) =>
        AskAsync<IInvitationAcceptance, AcceptResult>((service, token) => service.AcceptAsync(secret, acceptor, profile, token));

    public Task<DeclineResult> DeclineAsync(InvitationSecret secret, DeclineOptions? options = null) =>
        AskAsync<IInvitationAcceptance, DeclineResult>((service, token) => options is null ? service.DeclineAsync(secret, token) : service.DeclineAsync(secret, options, token));

    public Task<AdministrationResult> ReinviteAsync(Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        AskAsync<IInvitationAdministration, AdministrationResult>((service, token) => service.ReinviteAsync(tenant ?? Acme, id, actor ?? Admin, token));

    public Task<AdministrationResult> RevokeAsync(Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        AskAsync<IInvitationAdministration, AdministrationResult>((service, token) => service.RevokeAsync(tenant ?? Acme, id, actor ?? Admin, token));

    public Task<AdministrationResult> EditAsync(Guid id, InvitationEdit edit, Inviter? actor = null, TenantId? tenant = null) =>
        AskAsync<IInvitationAdministration, AdministrationResult>((service, token) => service.EditAsync(tenant ?? Acme, id, edit, actor ?? Admin, token));

    public Task<ShowSecretResult> ShowAsync(Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        AskAsync<IInvitationAdministration, ShowSecretResult>((service, token) => service.ShowSecretAsync(tenant ?? Acme, id, actor ?? Admin, token));

    public Task<InvitationPage> ListAsync(InvitationListRequest? request = null, Inviter? viewer = null, TenantId? tenant = null) =>
        AskAsync<IInvitationQueries, InvitationPage>((service, token) => service.ListAsync(tenant ?? Acme, viewer ?? Admin, request, token));

    public Task<Invitation?> FindAsync(Guid id, Inviter? viewer = null, TenantId? tenant = null) =>
        AskAsync<IInvitationQueries, Invitation?>((service, token) => service.FindAsync(tenant ?? Acme, id, viewer ?? Admin, token));

    public Task<InvitationHistory?> HistoryAsync(Guid id, Inviter? viewer = null, TenantId? tenant = null) =>
        AskAsync<IInvitationQueries, InvitationHistory?>((service, token) => service.GetHistoryAsync(tenant ?? Acme, id, viewer ?? Admin, token));

    /// <summary>The invitation as the store has it, whoever may see it.</summary>
    public async Task<Invitation> StoredAsync(Guid id)
    {
        var found = await AskAsync<IInvitationStore, Invitation?>((store, token) => store.FindByTokenAsync(id, token));
        return Assert.IsType<Invitation>(found);
    }

    public async Task<IReadOnlyList<AuditEntry>> TrailAsync(Guid id)
    {
        var invitation = await StoredAsync(id);
        return await AskAsync<IAuditStore, IReadOnlyList<AuditEntry>>((store, token) => store.ListAsync(invitation.Tenant, id, token));
    }

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(Guid id)
    {
        var invitation = await StoredAsync(id);
        return await AskAsync<IDeliveryStore, IReadOnlyList<Delivery>>((store, token) => store.ListAsync(invitation.Tenant, id, token));
    }

    /// <summary>Puts an invitation into the store as it is, past all checks.</summary>
    public Task PutAsync(Invitation invitation) =>
        AskAsync<IInvitationStore, IReadOnlyList<AddConflict>>((store, token) => store.AddAsync([invitation], token));

    /// <summary>Link and code of now, without a trace in the trail.</summary>
    public async Task<RevealedSecrets> SecretsAsync(Guid id) =>
        Provider.GetRequiredService<LinkMaker>().SecretsOf(await StoredAsync(id))!;

    public async Task<InvitationSecret> TokenAsync(Guid id) => (await SecretsAsync(id)).Token;

    public async Task<InvitationSecret> CodeAsync(Guid id, string caller = "198.51.100.7", TenantId? tenant = null) =>
        InvitationSecret.FromCode(tenant ?? Acme, (await SecretsAsync(id)).Code!, caller);

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    /// <summary>Keys that a test rotates and retires while the host runs.</summary>
    public sealed class SwappableKeys : IKeyRingSource
    {
        public KeyRing Current { get; set; } = new(KnownKeys.Counting);
    }
}
