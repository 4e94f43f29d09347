using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker;

/// <summary>The services of one node.</summary>
public static class WorkerHost
{
    /// <summary>The tenant of all tests; each has a database of its own.</summary>
    public static readonly TenantId Tenant = new("acme");

    /// <summary>Who invites.</summary>
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("admin-1", "Ada");

    /// <summary>Builds the services.</summary>
    public static ServiceProvider Build(WorkerOptions node)
    {
        var services = new ServiceCollection();
        services.AddSingleton(node);
        services.AddSingleton<TimeProvider>(new TimeAhead(node.Ahead));
        services.AddDbContextPool<WorkerContext>(context => context.UseNpgsql(node.ConnectionString, npgsql =>
        {
            if (node.Retries)
                npgsql.EnableRetryOnFailure();
        }));
        services
            .AddInvitations(options =>
            {
                options.BaseUrl = new Uri("https://app.example.com/join");
                options.Keys.Add(node.Key);
                options.Defaults = new TenantSettings { BatchSize = 1_000_000 };
            })
            .UseEntityFramework<WorkerContext>()
            .AddAcceptanceHandler<AddMembership>()
            .AddChannel<FileChannel>()
            .AddDispatcher(options =>
            {
                options.PollInterval = TimeSpan.FromMilliseconds(200);
                options.LongestPause = TimeSpan.FromSeconds(1);
            });
        services.Configure<DeliveryOptions>(options =>
        {
            options.MaxInFlight = node.MaxInFlight;
            options.Lease = node.Lease;
            options.SendTimeout = node.Lease / 4;
            options.StopTimeout = node.Lease / 4;
        });
        return services.BuildServiceProvider();
    }
}
