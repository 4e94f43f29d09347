using Microsoft.Extensions.DependencyInjection;

namespace Invitations;

/// <summary>What the wiring says about itself. Asked only after the provider was built, when the collection is final.</summary>
internal sealed class ServiceProviderFacts(IServiceCollection services)
{
    /// <summary>Whether keys come from somewhere else than the options.</summary>
    public bool HasOwnKeyRing => services.LastOrDefault(service => !service.IsKeyedService && service.ServiceType == typeof(IKeyRingSource)) is { } last
        && last.ImplementationType != typeof(OptionsKeyRingSource);
}
