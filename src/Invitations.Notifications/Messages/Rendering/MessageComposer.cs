using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Gathers what one message needs, and writes it.</summary>
internal sealed class MessageComposer(
    IMessageBrandingProvider branding,
    TemplateResolver templates,
    GroupNames groups,
    TimeProvider time,
    IOptionsMonitor<MessageOptions> options,
    ILogger<MessageComposer>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<MessageComposer>.Instance;

    /// <param name="context">What the message is made of.</param>
    /// <param name="kept">What is known about the tenant; filled with what is asked for.</param>
    /// <param name="trial">What an administrator tries out, or null.</param>
    /// <param name="problems">Takes what was passed over.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<Message> ComposeAsync(
        MessageContext context, TenantMessages kept, MessageTrial? trial, ICollection<MessageTemplateProblem> problems, CancellationToken cancellationToken)
    {
        Check(context);
        var look = kept.Look ??= await LookAsync(context.Tenant, trial, cancellationToken).ConfigureAwait(false);
        var language = context.Language ?? (PurposeNames.IsNotice(context.Purpose) ? null : context.Invitation.Profile.Language);
        var template = kept.FindTemplate(context.Channel, context.Purpose, language);
        if (template is null)
        {
            var asked = new MessageTemplateContext
            {
                Tenant = context.Tenant,
                Channel = context.Channel,
                Purpose = context.Purpose,
                Languages = LanguageChain.Of(language, look.Branding.Language),
            };
            template = await templates.ResolveAsync(asked, trial?.Template, problems, cancellationToken).ConfigureAwait(false);
            kept.Keep(context.Channel, context.Purpose, language, template);
        }

        var names = trial?.Groups ?? await GroupsAsync(context, kept, cancellationToken).ConfigureAwait(false);
        var facts = FactFinder.Find(context, look, template, names, time.GetUtcNow());
        return context.Channel == DeliveryChannels.Sms
            ? ShortTextWriter.Write(template, facts)
            : EmailWriter.Write(template, facts, look, PurposeNames.IsOffer(context.Purpose));
    }

    private static void Check(MessageContext context)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(context.Channel);
        if (context.Tenant != context.Invitation.Tenant)
            throw new ArgumentException("The message is for another tenant than its invitation.", nameof(context));
        if (!IsWebAddress(context.Link) || !IsWebAddress(context.UnsubscribeLink))
            throw new ArgumentException("A link of a message must be an absolute http or https address.", nameof(context));
    }

    private static bool IsWebAddress(Uri? link) =>
        link is null || (link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp));

    private async ValueTask<TenantLook> LookAsync(TenantId tenant, MessageTrial? trial, CancellationToken cancellationToken)
    {
        var given = trial?.Branding ?? await branding
            .GetBrandingAsync(new() { Tenant = tenant, Defaults = options.CurrentValue.Branding }, cancellationToken)
            .ConfigureAwait(false);
        var look = new TenantLook(given ?? options.CurrentValue.Branding, tenant);
        foreach (var mistake in look.Mistakes)
            MessageLog.BrandingLeftOut(_logger, tenant, mistake);
        return look;
    }

    private async ValueTask<IReadOnlyList<string>> GroupsAsync(MessageContext context, TenantMessages kept, CancellationToken cancellationToken) =>
        PurposeNames.IsNotice(context.Purpose) || context.Channel == DeliveryChannels.Sms
            ? []
            : await groups.FindAsync(context.Tenant, context.Invitation.Grant.Groups, kept, cancellationToken).ConfigureAwait(false);
}
