using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Snippets;

#region maintenance-loop
public sealed class MaintenanceLoop(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var maintenance = scope.ServiceProvider.GetRequiredService<IInvitationMaintenance>();
            if (await maintenance.RunOnceAsync(stoppingToken) == 0)
                await Task.Delay(TimeSpan.FromMinutes(5), time, stoppingToken);
        }
    }
}
#endregion

#region reminder-policy
public sealed class WeekdayReminder : IReminderPolicy
{
    public ValueTask PlanAsync(ReminderContext context, CancellationToken cancellationToken)
    {
        foreach (var plan in context.Plans.Where(plan => !plan.IsDue))   // once: when a secret is issued, not when the reminder is due
        {
            var at = context.Now.AddDays(3);
            while (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                at = at.AddDays(1);
            plan.RemindAt(at);
        }

        return ValueTask.CompletedTask;
    }
}
#endregion

public static class Maintaining
{
    public static TenantSettings Settings()
    {
        #region reminder-settings
        var settings = new TenantSettings
        {
            Reminders = new() { After = [TimeSpan.FromDays(2), TimeSpan.FromDays(5)], Ratios = [0.9] },
        };
        #endregion
        return settings;
    }

    public static TenantSettings Quiet()
    {
        #region quiet-hours
        var settings = new TenantSettings
        {
            Fields = [new() { Key = "time_zone", Label = "Time zone" }],
            Reminders = new()
            {
                QuietHours = new() { From = new(21, 0), Until = new(8, 0), TimeZone = "Europe/Brussels", TimeZoneField = "time_zone" },
            },
        };
        #endregion
        return settings;
    }

    public static async Task<int> RequeueAsync(IFailedDeliveries failed, DateTimeOffset outage)
    {
        #region requeue
        var filter = new FailedDeliveryFilter { Channel = DeliveryChannels.Email, Since = outage };
        foreach (var delivery in await failed.ListAsync(filter))
            Console.WriteLine($"{delivery.Id}: {delivery.LastError}");
        var queued = await failed.RequeueAsync(filter);
        #endregion
        return queued;
    }
}
