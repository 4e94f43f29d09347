using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Extending;

#region custom-attempt-store
public sealed class LocalAttempts : IAttemptStore
{
    private readonly Lock _sync = new();
    private readonly Dictionary<string, (int Taken, DateTimeOffset EndsAt)> _windows = [];

    public Task<DateTimeOffset?> TryTakeAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            var window = _windows.GetValueOrDefault(request.Key);
            if (window.EndsAt <= request.Now)
                window = (0, request.Now + request.Window);
            if (window.Taken >= request.Limit)
                return Task.FromResult<DateTimeOffset?>(window.EndsAt);
            _windows[request.Key] = window with { Taken = window.Taken + 1 };
            return Task.FromResult<DateTimeOffset?>(null);
        }
    }

    public Task GiveBackAsync(string key, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (_windows.TryGetValue(key, out var window) && window.Taken > 0)
                _windows[key] = window with { Taken = window.Taken - 1 };
        }

        return Task.CompletedTask;
    }

    public Task<int> PurgeAsync(DateTimeOffset endedBy, int take, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            var ended = _windows.Where(window => window.Value.EndsAt <= endedBy).Take(Math.Max(0, take)).ToList();
            ended.ForEach(window => _windows.Remove(window.Key));
            return Task.FromResult(ended.Count);
        }
    }
}
#endregion

public static class LocalAttemptsRegistration
{
    public static void Register(IServiceCollection services)
    {
        #region custom-attempt-store-registration
        services.AddSingleton<IAttemptStore, LocalAttempts>();
        #endregion
    }
}
