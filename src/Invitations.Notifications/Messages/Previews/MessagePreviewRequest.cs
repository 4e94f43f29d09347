namespace Invitations;

/// <summary>Which message to show.</summary>
public sealed class MessagePreviewRequest
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The name of the channel. The default value is <see cref="DeliveryChannels.Email"/>.</summary>
    public string Channel { get; init; } = DeliveryChannels.Email;

    /// <summary>What the message is for. The default value is <see cref="MessagePurpose.Invitation"/>.</summary>
    public MessagePurpose Purpose { get; init; }

    /// <summary>The language of the reader as a BCP 47 tag, or null, the default, for the language of the invitation or the tenant.</summary>
    public string? Language { get; init; }

    /// <summary>The invitation to show it for, of the same tenant; it gets a link that opens nothing. Null, the default, for a sample.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Whether to show an access code; it is never a real one. The default value is false.</summary>
    public bool ShowCode { get; init; }

    /// <summary>A template to try out: it is asked before all sources. Without a language it is taken for one in <see cref="Language"/>. Null, the default, for none.</summary>
    public MessageTemplate? Template { get; init; }

    /// <summary>A branding to try out. Null, the default, for the tenant's own.</summary>
    public MessageBranding? Branding { get; init; }
}
