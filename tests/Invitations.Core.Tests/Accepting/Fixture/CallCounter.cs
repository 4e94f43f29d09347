using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Counts every call of every store, whoever makes it.</summary>
internal sealed class CallCounter
{
    private readonly ConcurrentQueue<string> _calls = [];

    public IReadOnlyCollection<string> Calls => _calls;

    public void Reset() => _calls.Clear();

    /// <summary>Puts itself in front of each store that is registered.</summary>
    public void Watch(IServiceCollection services)
    {
        var stores = services.Where(service => service.ServiceType is { IsInterface: true, Namespace: "Invitations.Stores" }).ToList();
        Assert.True(stores.Count >= 7);
        foreach (var store in stores)
        {
            services.Remove(store);
            services.AddScoped(store.ServiceType, provider => Wrap(
                store.ServiceType,
                store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)));
        }
    }

    private object Wrap(Type type, object inner)
    {
        var proxy = DispatchProxy.Create(type, typeof(Proxy));
        ((Proxy)proxy).Watch(inner, _calls);
        return proxy;
    }

    internal class Proxy : DispatchProxy
    {
        private object? _inner;
        private ConcurrentQueue<string>? _calls;

        public void Watch(object inner, ConcurrentQueue<string> calls) => (_inner, _calls) = (inner, calls);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _calls!.Enqueue($"{targetMethod!.DeclaringType!.Name}.{targetMethod.Name}");
            return targetMethod.Invoke(_inner, args);
        }
    }
}
