using System.Text.Json;

namespace Invitations;

/// <summary>Writes what a webhook says: who is to be told, in which words, and the link that it exists to carry.</summary>
internal static class WebhookPayload
{
    public static byte[] Write(DeliveryContext context, Message message, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", $"message.{TypeOf(context.Delivery.Purpose)}");
            json.WriteString("timestamp", now);
            json.WriteStartObject("data");
            json.WriteString("deliveryId", context.Delivery.Id);
            json.WriteString("tenant", context.Delivery.Tenant.Value);
            json.WriteString("invitationId", context.Invitation.Id);
            WriteRecipient(json, context.Recipient);
            json.WriteString("firstName", context.Invitation.Profile.FirstName);
            json.WriteString("lastName", context.Invitation.Profile.LastName);
            json.WriteString("inviterName", context.Invitation.InviterName);
            json.WriteString("language", message.Language);
            json.WriteString("subject", message.Subject);
            json.WriteString("text", message.Text);
            json.WriteString("link", context.Secrets?.Link.AbsoluteUri);
            json.WriteString("code", context.Secrets?.Code);
            if (context.Invitation.ExpiresAt is { } expiry)
                json.WriteString("expiresAt", expiry);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteRecipient(Utf8JsonWriter json, Recipient recipient)
    {
        json.WriteStartObject("recipient");
        json.WriteString("email", recipient.Email);
        json.WriteString("phone", recipient.Phone);
        json.WriteString("userId", recipient.UserId);
        json.WriteEndObject();
    }

    private static string TypeOf(DeliveryPurpose purpose) => purpose switch
    {
        DeliveryPurpose.Invitation => "invitation",
        DeliveryPurpose.Reinvite => "reinvite",
        DeliveryPurpose.Reminder => "reminder",
        DeliveryPurpose.Accepted => "accepted",
        DeliveryPurpose.DeliveryFailed => "delivery_failed",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no type for this purpose."),
    };
}
