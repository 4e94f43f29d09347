namespace Invitations;

/// <summary>The names of the channels that the library itself writes deliveries for. A host's own channel has a name of its own.</summary>
public static class DeliveryChannels
{
    /// <summary>E-mail to <see cref="Recipient.Email"/>.</summary>
    public const string Email = "email";

    /// <summary>A text message to <see cref="Recipient.Phone"/>.</summary>
    public const string Sms = "sms";

    /// <summary>A notice inside the host's application to <see cref="Recipient.UserId"/>.</summary>
    public const string App = "app";

    /// <summary>A signed request to a system of the host or of its customer, which tells the person. Queued only where <see cref="InviteOptions.Channels"/> names it.</summary>
    public const string Webhook = "webhook";

    /// <summary>Nothing is sent: an administrator hands over the link or the code. Queued only where <see cref="InviteOptions.Channels"/> names it.</summary>
    public const string Manual = "manual";
}
