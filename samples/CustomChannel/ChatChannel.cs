using System.Net;
using System.Net.Http.Json;
using Invitations;

namespace CustomChannel;

#region custom-channel
/// <summary>Tells people in a chat that has an incoming webhook.</summary>
public sealed class ChatChannel(HttpClient client) : IInvitationChannel
{
    public string Name => "chat";

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        if (context is not { Recipient.Email: { } email, Secrets: { } secrets })
            return DeliveryOutcome.Undeliverable("The chat takes invitations, and knows people by e-mail address only.");

        using var message = new HttpRequestMessage(HttpMethod.Post, "https://chat.example.com/messages");
        message.Headers.Add("Idempotency-Key", context.Delivery.Id.ToString());
        message.Content = JsonContent.Create(new
        {
            To = email,
            Text = $"{context.Invitation.InviterName} invites you: {secrets.Link}",
        });

        using var response = await client.SendAsync(message, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => DeliveryOutcome.Undeliverable("The chat has no such user."),
            HttpStatusCode.TooManyRequests => DeliveryOutcome.Retry("429", response.Headers.RetryAfter?.Delta),
            _ when response.IsSuccessStatusCode => DeliveryOutcome.Sent(),
            _ => DeliveryOutcome.Retry(((int)response.StatusCode).ToString("D", null)),
        };
    }
}
#endregion
