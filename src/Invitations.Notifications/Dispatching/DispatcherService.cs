using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Works off the outbox with a loop for each channel, and what the clock makes due, until the host stops.</summary>
internal sealed class DispatcherService(
    IServiceScopeFactory scopes,
    DeliverySignal signal,
    TimeProvider time,
    IOptionsMonitor<DispatcherOptions> options,
    ILogger<DispatcherService>? logger = null) : BackgroundService
{
    private readonly ILogger _logger = logger ?? NullLogger<DispatcherService>.Instance;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for us.
        await Task.Yield();
        if (!options.CurrentValue.Enabled)
            return;
        using var channels = new ChannelLoops(await ChannelsAsync().ConfigureAwait(false), NewLoop);
        if (channels.Count == 0)
            DispatcherLog.NoChannels(_logger);
        await Task.WhenAll(
            channels.RunAsync(stoppingToken),
            WakeAsync(channels, stoppingToken),
            TimesAsync(stoppingToken)).ConfigureAwait(false);
    }

    private ChannelLoop NewLoop(string channel) => new(channel, scopes, Outages($"channel {channel}"), _logger);

    private OutageWatch Outages(string part) => new(part, time, options, _logger);

    /// <summary>The channels are scoped; their names are always the same.</summary>
    private async Task<IReadOnlyCollection<string>> ChannelsAsync()
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>().Channels;
    }

    private async Task WakeAsync(ChannelLoops channels, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(options.CurrentValue.PollInterval, stoppingToken).ConfigureAwait(false);
                channels.Wake();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private Task TimesAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Timed("maintenance", it => it.MaintenanceInterval, TimeSpan.Zero).RunAsync(
            async (services, token) => await services.GetRequiredService<IInvitationMaintenance>().RunOnceAsync(token).ConfigureAwait(false) > 0, stoppingToken),
        Timed("retention", it => it.RetentionInterval, Soon()).RunAsync(
            async (services, token) =>
            {
                await services.GetRequiredService<IRetention>().RunAsync(token).ConfigureAwait(false);
                return false;
            },
            stoppingToken),
        Timed("backlog", it => it.BacklogInterval, TimeSpan.Zero).RunAsync(
            async (services, token) =>
            {
                await services.GetRequiredService<IDeliveryBacklog>().ReadAsync(time.GetUtcNow().AddDays(-1), token).ConfigureAwait(false);
                return false;
            },
            stoppingToken));

    private TimedLoop Timed(string part, Func<DispatcherOptions, TimeSpan?> interval, TimeSpan first) =>
        new(scopes, time, () => interval(options.CurrentValue), first, Outages(part));

    /// <summary>Nodes that start together do not go through all tenants together.</summary>
#pragma warning disable CA5394 // Spreads load; nothing secret depends on it.
    private static TimeSpan Soon() => TimeSpan.FromMinutes(5 + Random.Shared.Next(55));
#pragma warning restore CA5394
}
