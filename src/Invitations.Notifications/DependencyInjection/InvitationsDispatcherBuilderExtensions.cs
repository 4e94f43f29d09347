using Invitations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what sends messages by itself.</summary>
public static class InvitationsDispatcherBuilderExtensions
{
    /// <summary>
    /// Adds the hosted service that sends queued messages over the registered channels, and runs maintenance: expiry, reminders, retention. Any number of nodes
    /// may have it. Every channel of this package adds it already: call this to set options, or where all channels are the host's own. Calls add up.
    /// </summary>
    /// <remarks>
    /// A host with a scheduler of its own sets <see cref="DispatcherOptions.Enabled"/> to false, and calls <see cref="IDeliveryDispatcher.RunOnceAsync"/> and
    /// <see cref="IInvitationMaintenance"/>.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options, or null.</param>
    public static InvitationsBuilder AddDispatcher(this InvitationsBuilder builder, Action<DispatcherOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
            services.Configure(configure);
        services.AddOptions<DispatcherOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DispatcherOptions>, DispatcherOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DispatcherService>());
        return builder;
    }
}
