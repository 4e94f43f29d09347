using Invitations.Stores.EntityFramework;
using Invitations.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A database with the tables of a host, made when the first session is opened.</summary>
public abstract class EfFixture : StoreFixture
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ServiceProvider? _services;

    /// <summary>Whether the portable statements are used, whatever the database understands.</summary>
    protected virtual bool IsPortable => false;

    public async Task<ServiceProvider> ServicesAsync(CancellationToken cancellationToken)
    {
        if (_services is not null)
            return _services;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _services ??= await BuildAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask<StoreSession> OpenSessionAsync(CancellationToken cancellationToken) =>
        StoreSession.From(await ServicesAsync(cancellationToken));

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _gate.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an empty database and says how to reach it.</summary>
    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken);

    private async Task<ServiceProvider> BuildAsync(CancellationToken cancellationToken)
    {
        var connect = await CreateDatabaseAsync(cancellationToken);
        var services = new ServiceCollection();
        services.AddDbContext<HostDbContext>(connect);
        if (IsPortable)
            services.AddSingleton(new DialectChoice(Dialect.Portable));
        services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys().UseEntityFramework<HostDbContext>();
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HostDbContext>().Database.EnsureCreatedAsync(cancellationToken);
        return provider;
    }
}
