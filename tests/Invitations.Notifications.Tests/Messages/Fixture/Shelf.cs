namespace Invitations.Notifications.Tests.Messages.Fixture;

/// <summary>A source of a host, with templates by tenant, that counts how often it is asked.</summary>
internal class Shelf : IMessageTemplateSource
{
    public List<(TenantId Tenant, MessageTemplate Template)> Templates { get; } = [];

    public List<MessageTemplateContext> Asked { get; } = [];

    public void Put(MessageTemplate template, string tenant = "acme") => Templates.Add((tenant, template));

    public ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken)
    {
        Asked.Add(context);
        return new([.. Templates.Where(entry => entry.Tenant == context.Tenant).Select(entry => entry.Template)]);
    }
}
