using Invitations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds the channels of this package. Each stands in the outbox under a name of <see cref="DeliveryChannels"/>, and brings the hosted dispatcher along
/// (see <see cref="InvitationsDispatcherBuilderExtensions.AddDispatcher"/>): what is queued is sent without another line.
/// </summary>
public static class InvitationsChannelsBuilderExtensions
{
    /// <summary>Sends e-mail over SMTP, with options from the configuration.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section whose keys are the names of <see cref="SmtpOptions"/>, such as <c>Smtp:Host</c>.</param>
    public static InvitationsBuilder AddEmail(this InvitationsBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddEmail(options => SmtpConfiguration.Apply(section, options));
    }

    /// <summary>Sends e-mail over SMTP.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options. <see cref="SmtpOptions.Host"/> and <see cref="SmtpOptions.From"/> are required.</param>
    public static InvitationsBuilder AddEmail(this InvitationsBuilder builder, Action<SmtpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        builder.Services.AddOptions<SmtpOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmtpOptions>, SmtpOptionsRules>());
        builder.Services.TryAddSingleton<SmtpConnections>();
        return builder.AddMessages().AddDispatcher().AddChannel<EmailChannel>();
    }

    /// <summary>Sends text messages through the HTTP interface of a provider.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options. URL, fields and the countries that messages may go to are required.</param>
    public static InvitationsBuilder AddSms(this InvitationsBuilder builder, Action<SmsGatewayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        builder.Services.AddOptions<SmsGatewayOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsGatewayOptions>, SmsGatewayOptionsRules>());
        builder.Services.TryAddSingleton<SmsEndpoint>();
        builder.Services.TryAddScoped<SmsPrefixes>();
        return builder.AddMessages().AddDispatcher().AddChannel<SmsChannel>();
    }

    /// <summary>Sends signed requests to a system that tells people itself, for invitations whose <see cref="InviteOptions.Channels"/> name <see cref="DeliveryChannels.Webhook"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options. <see cref="WebhookOptions.Url"/> and a secret are required.</param>
    public static InvitationsBuilder AddWebhook(this InvitationsBuilder builder, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        builder.Services.AddOptions<WebhookOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsRules>());
        builder.Services.TryAddSingleton<WebhookEndpoint>();
        return builder.AddMessages().AddDispatcher().AddChannel<WebhookChannel>();
    }

    /// <summary>Settles deliveries over <see cref="DeliveryChannels.Manual"/> without sending anything: an administrator hands over the link or the code.</summary>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddManual(this InvitationsBuilder builder) => builder.AddDispatcher().AddChannel<ManualChannel>();

    /// <summary>Writes messages into a folder instead of sending them: for development. A host in the environment <c>Production</c> does not start with it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options. <see cref="FileDropOptions.Folder"/> is required.</param>
    public static InvitationsBuilder AddFileDrop(this InvitationsBuilder builder, Action<FileDropOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        builder.Services.AddOptions<FileDropOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FileDropOptions>, FileDropOptionsRules>());
        return builder.AddMessages().AddDispatcher().AddChannel<EmailFileDrop>().AddChannel<SmsFileDrop>();
    }
}
