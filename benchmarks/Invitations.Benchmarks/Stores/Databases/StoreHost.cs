using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>The services of a host with one tenant and one administrator. Every host of a process has the same key, so that a token of one opens in all.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = BenchmarkHost.Tenant;
    public static readonly Inviter Admin = BenchmarkHost.Admin;

    private static readonly string s_key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly ServiceProvider _services;

    /// <param name="database">Says which database; null keeps everything in memory.</param>
    public StoreHost(Action<DbContextOptionsBuilder>? database)
    {
        var services = new ServiceCollection();
        var invitations = services.AddInvitations(options =>
        {
            options.BaseUrl = new Uri("https://app.example.com/join");
            options.Keys.Add(s_key);
            options.ChunkSize = 1_000;
            options.Defaults = new TenantSettings { BatchSize = 2_000_000, Roles = ["editor"], PhoneRegion = "GB" };
        }).AddExcel();
        if (database is not null)
        {
            services.AddDbContextPool<BenchmarkContext>(database);
            invitations.UseEntityFramework<BenchmarkContext>().AddAcceptanceHandler<AddMembership>();
        }

        _services = services.BuildServiceProvider();
    }

    public AsyncServiceScope OpenScope() => _services.CreateAsyncScope();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
