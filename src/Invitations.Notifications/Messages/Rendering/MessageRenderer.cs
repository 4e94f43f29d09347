namespace Invitations;

internal sealed class MessageRenderer(MessageComposer composer, MessageCache cache) : IMessageRenderer
{
    public ValueTask<Message> RenderAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return composer.ComposeAsync(context, cache.Of(context.Tenant), trial: null, [], cancellationToken);
    }
}
