namespace Invitations;

/// <summary>Which templates are asked for.</summary>
public sealed class MessageTemplateContext
{
    /// <summary>The tenant. A source that keeps templates of tenants gives those of this one, and those for all.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The name of the channel (see <see cref="DeliveryChannels"/>).</summary>
    public required string Channel { get; init; }

    /// <summary>What the message is for.</summary>
    public required MessagePurpose Purpose { get; init; }

    /// <summary>The languages that are looked in, the best one first, such as <c>nl-BE</c>, <c>nl</c>, <c>fr</c>, <c>en</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}
