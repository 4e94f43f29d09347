using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks;

/// <summary>A host as small as can be: everything in memory, one tenant, one administrator.</summary>
internal sealed class BenchmarkHost : IDisposable
{
    public static readonly TenantId Tenant = new("acme");
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("admin-1", "Ada");

    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    public BenchmarkHost(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        services
            .AddInvitations(options =>
            {
                options.BaseUrl = new Uri("https://app.example.com/join");
                options.Defaults = new TenantSettings { BatchSize = 1_000_000, Roles = ["editor"], PhoneRegion = "GB" };
            })
            .UseEphemeralKeys()
            .AddAcceptanceHandler<JoinAtOnce>();
        _provider = services.BuildServiceProvider();
        _scope = _provider.CreateAsyncScope();
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public void Dispose()
    {
        _scope.Dispose();
        _provider.Dispose();
    }
}
