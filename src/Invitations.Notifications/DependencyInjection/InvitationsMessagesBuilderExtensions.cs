using System.Diagnostics.CodeAnalysis;
using Invitations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what writes messages, and says where their words and their look come from.</summary>
public static class InvitationsMessagesBuilderExtensions
{
    private const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors;

    /// <summary>Adds the renderer of messages and their previews. The channels of this package do so by themselves; call it to set the options.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets branding, templates and how long they are kept. Or null.</param>
    /// <example><code>services.AddInvitations(o => …).AddMessages(o => o.Branding = new() { Name = "Acme", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels") });</code></example>
    public static InvitationsBuilder AddMessages(this InvitationsBuilder builder, Action<MessageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
            services.Configure(configure);
        if (!services.Any(service => service.ServiceType == typeof(MessageCache)))
            services.AddOptions<MessageOptions>().ValidateOnStart();
        services.TryAddSingleton<MessageCache>();
        services.TryAddSingleton<IMessageCache>(static provider => provider.GetRequiredService<MessageCache>());
        services.TryAddSingleton<TemplateEngine>();
        services.TryAddSingleton<FolderTemplates>();
        services.TryAddSingleton<ListedTemplates>();
        services.TryAddSingleton<BuiltInTemplates>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MessageOptions>, MessageOptionsRules>());
        services.TryAddScoped<IMessageBrandingProvider, DefaultMessageBranding>();
        services.TryAddScoped<TemplateResolver>();
        services.TryAddScoped<GroupNames>();
        services.TryAddScoped<MessageComposer>();
        services.TryAddScoped<IMessageRenderer, MessageRenderer>();
        services.TryAddScoped<IMessagePreviews, MessagePreviews>();
        return builder;
    }

    /// <summary>Takes templates from a source of the host, such as a database. Several are asked in the order in which they were added.</summary>
    /// <typeparam name="T">The source.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddMessageTemplates<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IMessageTemplateSource
    {
        builder.AddMessages();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IMessageTemplateSource, T>());
        return builder;
    }

    /// <summary>Gives each tenant a branding of its own. Default: <see cref="MessageOptions.Branding"/> for all.</summary>
    /// <typeparam name="T">The host's provider.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseMessageBranding<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IMessageBrandingProvider
    {
        builder.AddMessages();
        builder.Services.Replace(ServiceDescriptor.Scoped<IMessageBrandingProvider, T>());
        return builder;
    }
}
