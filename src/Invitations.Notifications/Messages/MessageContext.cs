namespace Invitations;

/// <summary>What a message is made of.</summary>
public sealed record MessageContext
{
    private const int LongestName = 200;

    /// <summary>The tenant whose templates, language and branding are used.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The name of the channel (see <see cref="DeliveryChannels"/>). E-mail has a subject, HTML and text; a text message is short; every other channel has plain text and a subject.</summary>
    public required string Channel { get; init; }

    /// <summary>What the message is for.</summary>
    public required MessagePurpose Purpose { get; init; }

    /// <summary>The invitation that the message is about. Its text is from people; the renderer encodes it for where it lands.</summary>
    public required Invitation Invitation { get; init; }

    /// <summary>What the button opens: for an invited person the link with the token. Null, the default, for a message without a button.</summary>
    public Uri? Link { get; init; }

    /// <summary>The access code to show, or null, the default. Only for the invited person.</summary>
    public string? Code { get; init; }

    /// <summary>Where the reader can ask never to be invited again, or null, the default, where there is no such page. Only for the invited person.</summary>
    public Uri? UnsubscribeLink { get; init; }

    /// <summary>
    /// The language of the reader as a BCP 47 tag. Null, the default, for the language of the invited person's profile, where the reader is
    /// that person, and for the tenant's language otherwise.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The time zone of the reader. Null, the default, for that of the tenant.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Why a message did not arrive, in words for the inviter and without secrets; for <see cref="MessagePurpose.DeliveryFailed"/>. Null where nobody knows.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The context of a delivery: to the invited person with the link and the code that belong to it, to the inviter without.</summary>
    /// <param name="delivery">What the channel was given.</param>
    public static MessageContext From(DeliveryContext delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new()
        {
            Tenant = delivery.Invitation.Tenant,
            Channel = delivery.Delivery.Channel,
            Purpose = delivery.Delivery.Purpose switch
            {
                DeliveryPurpose.Invitation => MessagePurpose.Invitation,
                DeliveryPurpose.Reinvite => MessagePurpose.Reinvite,
                DeliveryPurpose.Reminder => MessagePurpose.Reminder,
                DeliveryPurpose.Accepted => MessagePurpose.Accepted,
                DeliveryPurpose.DeliveryFailed => MessagePurpose.DeliveryFailed,
                _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery.Delivery.Purpose, "There is no message for this purpose."),
            },
            Invitation = delivery.Invitation,
            Link = delivery.Secrets?.Link,
            Code = delivery.Secrets?.Code,
            Language = delivery.Language,
            FailureReason = delivery.Failed?.LastError,
        };
    }

    /// <summary>The context of a message to somebody who has an account and was given a grant at once, for a handler of the host that tells them.</summary>
    /// <param name="grant">What the <see cref="IDirectGrantHandler"/> was given. Send after the commit, not inside of the handler.</param>
    /// <param name="channel">The name of the channel.</param>
    public static MessageContext ForDirectGrant(DirectGrantContext grant, string channel)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        return new()
        {
            Tenant = grant.Tenant,
            Channel = channel,
            Purpose = MessagePurpose.DirectGrant,
            Invitation = new()
            {
                Id = Guid.Empty,
                Tenant = grant.Tenant,
                Recipient = new() { Email = grant.Account.Email, Phone = grant.Account.Phone, UserId = grant.Account.UserId },
                Grant = grant.Grant,
                InvitedBy = grant.Inviter.UserId,
                InviterName = PersonText.CleanName(grant.Inviter.Name, LongestName).Value,
                IsFromSystem = grant.Inviter.IsSystem,
                Status = InvitationStatus.Accepted,
                SecretVersion = 0,
                SecretKeyId = 0,
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
        };
    }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"{nameof(MessageContext)} {{ Channel = {Channel}, Purpose = {Purpose} }}";
}
