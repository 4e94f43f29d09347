using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Snippets;

#region dispatch-loop
public sealed class DispatchLoop(IServiceScopeFactory scopes, DeliverySignal signal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var dispatcher = scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>();
            if (await dispatcher.RunOnceAsync(stoppingToken) == 0)
                await signal.WaitAsync(TimeSpan.FromSeconds(30), stoppingToken);   // woken at once by this node's own invitations
        }
    }
}
#endregion

public static class Dispatching
{
    public static void Configure(IServiceCollection services)
    {
        #region delivery-options
        services.Configure<DeliveryOptions>(o =>
        {
            o.MaxAttempts = 20;
            o.LongestRetry = TimeSpan.FromHours(4);
        });
        services.AddHostedService<DispatchLoop>();
        #endregion
    }
}
