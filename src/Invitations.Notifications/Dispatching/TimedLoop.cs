using Microsoft.Extensions.DependencyInjection;

namespace Invitations;

/// <summary>Does something from time to time, in a service scope of its own each time.</summary>
internal sealed class TimedLoop(IServiceScopeFactory scopes, TimeProvider time, Func<TimeSpan?> interval, TimeSpan first, OutageWatch outages)
{
    /// <summary>Where it is switched off, it looks as often whether it still is.</summary>
    private static readonly TimeSpan WhileOff = TimeSpan.FromMinutes(1);

    /// <param name="work">Does one bounded step, and says whether there is more to do at once.</param>
    /// <param name="stoppingToken">Ends the loop.</param>
    public async Task RunAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken stoppingToken)
    {
        try
        {
            if (first > TimeSpan.Zero)
                await Task.Delay(first, time, stoppingToken).ConfigureAwait(false);
            while (true)
            {
                if (interval() is null)
                    await Task.Delay(WhileOff, time, stoppingToken).ConfigureAwait(false);
                else if (!await outages.TryAsync(token => RunOnceAsync(work, token), stoppingToken).ConfigureAwait(false))
                    await Task.Delay(interval() ?? WhileOff, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> RunOnceAsync(Func<IServiceProvider, CancellationToken, Task<bool>> work, CancellationToken stoppingToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await work(scope.ServiceProvider, stoppingToken).ConfigureAwait(false);
    }
}
