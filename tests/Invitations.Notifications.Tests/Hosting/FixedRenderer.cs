namespace Invitations.Notifications.Tests.Hosting;

/// <summary>Renders the message that a test gives, with what the context has at its end.</summary>
internal sealed class FixedRenderer(string subject, string text, string? html) : IMessageRenderer
{
    public ValueTask<Message> RenderAsync(MessageContext context, CancellationToken cancellationToken) => new(new Message
    {
        Language = "ar",
        IsRightToLeft = true,
        Subject = subject,
        Text = $"{text}\n{context.Link}\n{context.UnsubscribeLink}",
        Html = html,
    });
}
