namespace Invitations;

internal sealed class DefaultMessageBranding : IMessageBrandingProvider
{
    public ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken) => new(context.Defaults);
}
