using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>Begins steps of one channel as long as something is due and there is room, while those before are still on their way.</summary>
internal sealed class ChannelLoop(string channel, IServiceScopeFactory scopes, OutageWatch outages, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);
    private readonly ConcurrentDictionary<Task, bool> _steps = new();

    /// <summary>Says that something may be due, or that there may be room.</summary>
    public void Wake()
    {
        try
        {
            if (_woken.CurrentCount == 0)
                _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another caller was faster: the loop is told.
        }
    }

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await outages.TryAsync(BeginAsync, stoppingToken).ConfigureAwait(false) == 0)
                    await _woken.WaitAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        // What is in flight has been told to end soon, and each outcome is written down.
        await Task.WhenAll(_steps.Keys).ConfigureAwait(false);
    }

    public void Dispose() => _woken.Dispose();

    private async Task<int> BeginAsync(CancellationToken stoppingToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var step = await scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>().BeginAsync(channel, stoppingToken).ConfigureAwait(false);
            if (step.Claimed > 0)
                _ = FollowAsync(step);
            return step.Claimed;
        }
    }

    private async Task FollowAsync(DeliveryStep step)
    {
        var followed = new TaskCompletionSource();
        _steps[followed.Task] = true;
        try
        {
            await step.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One step that cannot be written down ends neither the loop nor the host; its messages come again after their lease.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatcherLog.StepFailed(logger, exception, channel);
        }
        finally
        {
            _steps.TryRemove(followed.Task, out _);
            followed.SetResult();
        }
    }
}
