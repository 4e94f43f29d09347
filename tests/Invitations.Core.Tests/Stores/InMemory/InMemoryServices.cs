using Invitations.Stores.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Stores.InMemory;

internal static class InMemoryServices
{
    public static ServiceProvider Build(TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        InMemoryStores.Register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
