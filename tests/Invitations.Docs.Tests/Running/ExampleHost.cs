using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

/// <summary>A host for the examples: the in-memory store, a clock that stands still, a team admin, and what an example registers itself.</summary>
internal sealed class ExampleHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    public ExampleHost(Action<IServiceCollection>? register = null, TenantSettings? settings = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<Members>();
        services.AddInvitations(o =>
            {
                o.BaseUrl = new Uri("https://app.example.com/join");
                o.Defaults = settings ?? Tenants.Figures() with { Fields = [] };
            })
            .UseEphemeralKeys();
        register?.Invoke(services);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        _scope = _provider.CreateAsyncScope();
    }

    public SteppedTime Time { get; } = new();

    public TenantId Tenant { get; } = "acme";

    public Inviter Admin { get; } = Inviter.OrganizationAdmin("user-tina", "Tina");

    public IInvitationService Invitations => Get<IInvitationService>();

    public IInvitationAcceptance Acceptance => Get<IInvitationAcceptance>();

    public IInvitationAdministration Administration => Get<IInvitationAdministration>();

    public IInvitationQueries Queries => Get<IInvitationQueries>();

    public IDeliveryStore Deliveries => Get<IDeliveryStore>();

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async Task<InviteResult> InviteAsync(Invite invite, InviteOptions? options = null) =>
        await Invitations.InviteAsync(Tenant, invite, Admin, options, TestContext.Current.CancellationToken);

    public async Task<RevealedSecrets> SecretsOfAsync(InviteResult invited)
    {
        Assert.True(invited.Succeeded, invited.ToString());
        var shown = await Administration.ShowSecretAsync(Tenant, invited.InvitationId!.Value, Admin, TestContext.Current.CancellationToken);
        return shown.Secrets!;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
