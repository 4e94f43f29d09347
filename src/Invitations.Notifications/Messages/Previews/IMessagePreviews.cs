namespace Invitations;

/// <summary>Shows messages as they would be sent, for the pages of administrators. Sends nothing, and has no real link or code in it.</summary>
/// <remarks>Sources and branding are asked each time. Whether the caller may see the tenant's messages is the host's to decide.</remarks>
public interface IMessagePreviews
{
    /// <summary>Writes a message with sample data, or about an invitation that is given.</summary>
    /// <param name="request">Which message; and a template or branding to try out before it is saved.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The message, and what is wrong with the templates that it would have been made of.</returns>
    Task<MessagePreview> PreviewAsync(MessagePreviewRequest request, CancellationToken cancellationToken = default);
}
