using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The templates of <see cref="MessageOptions.Templates"/>: a tenant's before those for all, a purpose's before those for every one.</summary>
internal sealed class ListedTemplates(IOptionsMonitor<MessageOptions> options) : IMessageTemplateSource
{
    public ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken)
    {
        var found =
            from entry in options.CurrentValue.Templates
            where entry.Channel == context.Channel
                && (entry.Tenant is null || entry.Tenant == context.Tenant)
                && (entry.Purpose is null || entry.Purpose == context.Purpose)
            orderby entry.Tenant is null, entry.Purpose is null
            select entry.Template;
        return new([.. found]);
    }
}
