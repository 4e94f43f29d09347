using Invitations.Benchmarks.Stores.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Invitations.Benchmarks.Dispatching;

/// <summary>A node with the hosted dispatcher and a channel that costs nothing.</summary>
internal sealed class DispatchHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="connectionString">The database.</param>
    /// <param name="key">The key of the nodes.</param>
    /// <param name="sent">Is called for each message; may be null.</param>
    public DispatchHost(string connectionString, string key, Action<DeliveryContext>? sent = null)
    {
        var services = new ServiceCollection();
        services.AddDbContextPool<BenchmarkContext>(options => options.UseNpgsql(connectionString));
        services.AddScoped<IInvitationChannel>(_ => new FreeChannel(sent));
        services
            .AddInvitations(options =>
            {
                options.BaseUrl = new Uri("https://app.example.com/join");
                options.Keys.Add(key);
                options.ChunkSize = 1_000;
                options.Defaults = new TenantSettings { BatchSize = 2_000_000, Roles = ["editor"], PhoneRegion = "GB" };
            })
            .UseEntityFramework<BenchmarkContext>()
            .AddDispatcher(options => (options.MaintenanceInterval, options.RetentionInterval, options.BacklogInterval) = (null, null, null));
        services.Configure<DeliveryOptions>(options => options.MaxInFlight = 64);
        _services = services.BuildServiceProvider();
    }

    public AsyncServiceScope OpenScope() => _services.CreateAsyncScope();

    public Task StartAsync() => _services.GetRequiredService<IHostedService>().StartAsync(CancellationToken.None);

    public Task StopAsync() => _services.GetRequiredService<IHostedService>().StopAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class FreeChannel(Action<DeliveryContext>? sent) : IInvitationChannel
    {
        public string Name => DeliveryChannels.Email;

        public ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
        {
            sent?.Invoke(context);
            return new(DeliveryOutcome.Sent("m"));
        }
    }
}
