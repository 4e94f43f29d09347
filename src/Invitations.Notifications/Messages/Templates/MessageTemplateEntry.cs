namespace Invitations;

/// <summary>A template that a host gives in code, and what it is for.</summary>
/// <param name="Channel">The name of the channel (see <see cref="DeliveryChannels"/>).</param>
/// <param name="Template">The template.</param>
public sealed record MessageTemplateEntry(string Channel, MessageTemplate Template)
{
    /// <summary>The tenant, or null, the default, for all.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>The purpose, or null, the default, for all.</summary>
    public MessagePurpose? Purpose { get; init; }
}
