using Invitations.Stores.EntityFramework;
using Invitations.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A database with the tables of a host, made when it is first asked for.</summary>
public abstract class EfFixture : StoreFixture
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Action<DbContextOptionsBuilder>? _connect;
    private ServiceProvider? _services;

    /// <summary>Whether the portable statements are used, whatever the database understands.</summary>
    protected virtual bool IsPortable => false;

    public override async ValueTask<StoreSession> OpenSessionAsync(CancellationToken cancellationToken)
    {
        var connect = await ConnectAsync(cancellationToken);
        return StoreSession.From(_services ??= Build(connect, null));
    }

    /// <summary>A host of its own on the same database.</summary>
    /// <param name="wire">Registers what the host has.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ServiceProvider> StartHostAsync(Action<InvitationsBuilder>? wire, CancellationToken cancellationToken) =>
        Build(await ConnectAsync(cancellationToken), wire);

    /// <summary>How to reach the database, with its tables made.</summary>
    public async Task<Action<DbContextOptionsBuilder>> ConnectAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _connect ??= await CreateAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

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

    private async Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken)
    {
        var connect = await CreateDatabaseAsync(cancellationToken);
        var options = new DbContextOptionsBuilder<HostDbContext>();
        connect(options);
        await using var context = new HostDbContext(options.Options);
        await context.Database.EnsureCreatedAsync(cancellationToken);
        return connect;
    }

    private ServiceProvider Build(Action<DbContextOptionsBuilder> connect, Action<InvitationsBuilder>? wire)
    {
        var services = new ServiceCollection();
        services.AddDbContext<HostDbContext>(connect);
        if (IsPortable)
            services.AddSingleton(new DialectChoice(Dialect.Portable));
        var builder = services
            .AddInvitations(o => o.BaseUrl = new("https://app.example.com/join"))
            .UseEphemeralKeys()
            .UseEntityFramework<HostDbContext>();
        wire?.Invoke(builder);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
