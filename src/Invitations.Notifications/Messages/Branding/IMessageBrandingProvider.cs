namespace Invitations;

/// <summary>Gives each tenant its own name, colour, language and time zone. Without one, <see cref="MessageOptions.Branding"/> holds for all.</summary>
/// <remarks>The answer is kept for <see cref="MessageOptions.CacheFor"/>. Let exceptions propagate: the message is tried again later.</remarks>
public interface IMessageBrandingProvider
{
    /// <summary>Looks the branding up.</summary>
    /// <param name="context">The tenant and the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The branding; <see cref="MessageBrandingContext.Defaults"/> where the tenant has none of its own.</returns>
    ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken);
}
