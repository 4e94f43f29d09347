using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Stores.EntityFramework;

/// <summary>The host's context of a scope: the registered one, or one of a factory, which ends with the scope.</summary>
internal sealed class HostContext<TContext> : IDisposable, IAsyncDisposable
    where TContext : DbContext
{
    private readonly TContext? _owned;

    public HostContext(IServiceProvider provider)
    {
        if (provider.GetService<TContext>() is { } registered)
        {
            Context = registered;
            return;
        }

        var factory = provider.GetService<IDbContextFactory<TContext>>() ?? throw new InvalidOperationException(
            $"INV014: {typeof(TContext).Name} is not registered. Call 'services.AddDbContext<{typeof(TContext).Name}>(…)' next to " +
            $"'UseEntityFramework<{typeof(TContext).Name}>()'.");
        Context = _owned = factory.CreateDbContext();
    }

    public TContext Context { get; }

    public void Dispose() => _owned?.Dispose();

    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;
}
