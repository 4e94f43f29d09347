using CustomChannel;
using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Snippets;

#region quartz-job
[DisallowConcurrentExecution]
public sealed class SendInvitations(IServiceScopeFactory scopes) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dispatcher = scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>();
        while (await dispatcher.RunOnceAsync(context.CancellationToken) > 0)
        {
        }

        await scope.ServiceProvider.GetRequiredService<IInvitationMaintenance>().RunOnceAsync(context.CancellationToken);
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
        #endregion
    }

    public static void Add(IServiceCollection services)
    {
        #region add-dispatcher
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddChannel<ChatChannel>()
            .AddDispatcher();
        services.AddHealthChecks().AddCheck<DeliveryHealthCheck>("invitations");
        #endregion
    }

    public static void Limit(IServiceCollection services)
    {
        #region channel-limits
        services.Configure<DeliveryOptions>(o =>
        {
            o.Channels["email"] = new() { MaxInFlight = 32 };
            o.Channels["sms"] = new() { MaxInFlight = 4, Messages = 10, Per = TimeSpan.FromSeconds(1) };
        });
        #endregion
    }

    public static TenantSettings Fallback()
    {
        #region fallback-channels
        var settings = new TenantSettings { FallbackChannels = [DeliveryChannels.Email, DeliveryChannels.Sms] };
        #endregion
        return settings;
    }
}
