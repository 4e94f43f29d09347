using System.Reflection;
using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Dispatching;

/// <summary>The outbox of a host, which fails where a test says so.</summary>
public class FaultyOutbox : DispatchProxy
{
    private IDeliveryStore _inner = null!;
    private Faults _faults = null!;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _faults.Before?.Invoke(targetMethod!.Name);
        return targetMethod!.Invoke(_inner, args);
    }

    internal sealed class Faults
    {
        public Faults(IServiceCollection services)
        {
            var inner = services.Last(service => service.ServiceType == typeof(IDeliveryStore));
            services.AddScoped(provider =>
            {
                var store = inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!);
                var proxy = Create<IDeliveryStore, FaultyOutbox>();
                ((FaultyOutbox)(object)proxy)._inner = (IDeliveryStore)store;
                ((FaultyOutbox)(object)proxy)._faults = this;
                return proxy;
            });
        }

        public Action<string>? Before { get; set; }
    }
}
