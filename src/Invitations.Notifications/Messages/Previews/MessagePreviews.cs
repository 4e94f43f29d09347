using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class MessagePreviews(MessageComposer composer, TimeProvider time, IOptionsMonitor<InvitationOptions> options) : IMessagePreviews
{
    public async Task<MessagePreview> PreviewAsync(MessagePreviewRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var invitation = request.Invitation ?? SampleInvitation.Of(request.Tenant, time.GetUtcNow());
        var context = new MessageContext
        {
            Tenant = request.Tenant,
            Channel = request.Channel,
            Purpose = request.Purpose,
            Invitation = invitation,
            Link = PurposeNames.IsOffer(request.Purpose) ? SampleLink() : null,
            Code = request.ShowCode ? SampleInvitation.Code : null,
            Language = request.Language,
            FailureReason = request.Purpose is MessagePurpose.DeliveryFailed ? "550 5.1.1 No such mailbox" : null,
        };
        var trial = new MessageTrial
        {
            Template = request.Template is { Language: null } template ? template with { Language = LanguageOf(request, template) } : request.Template,
            Branding = request.Branding,
            Groups = request.Invitation is null ? SampleInvitation.Groups : null,
        };

        // Of this call alone: what is tried out is seen by nobody else.
        var kept = new TenantMessages(since: 0);
        var problems = new List<MessageTemplateProblem>();
        var message = await composer.ComposeAsync(context, kept, trial, problems, cancellationToken).ConfigureAwait(false);
        problems.AddRange(kept.Look!.Mistakes.Select(mistake => new MessageTemplateProblem(null, nameof(MessageBranding), 0, mistake)));
        return new(message, problems, request.Channel == DeliveryChannels.Sms ? SmsSegments.Of(message.Text) : null);
    }

    /// <summary>A layout alone needs no language.</summary>
    private static string? LanguageOf(MessagePreviewRequest request, MessageTemplate template) =>
        TemplateParts.All.Any(part => TemplateRules.IsWords(part, request.Channel) && TemplateParts.Of(template, part) is not null)
            ? request.Language ?? request.Invitation?.Profile.Language ?? LanguageChain.Last
            : null;

    private Uri SampleLink()
    {
        var baseUrl = options.CurrentValue.BaseUrl!.AbsoluteUri;
        return new($"{baseUrl.TrimEnd('/')}/{SampleInvitation.Token}");
    }
}
