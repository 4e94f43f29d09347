namespace Invitations;

/// <summary>Writes messages: in the reader's language, with the tenant's templates and branding. Channels call it; a host replaces templates and seldom the renderer.</summary>
public interface IMessageRenderer
{
    /// <summary>Writes one message. Sends nothing.</summary>
    /// <param name="context">What it is made of.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The message, encoded for its channel.</returns>
    ValueTask<Message> RenderAsync(MessageContext context, CancellationToken cancellationToken);
}
