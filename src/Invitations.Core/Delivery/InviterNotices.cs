using Invitations.Stores;

namespace Invitations;

/// <summary>Notices to inviters: when there is somebody to tell, and what the channel is told.</summary>
internal sealed class InviterNotices(IDeliveryStore deliveries, IInviterContacts? contacts = null)
{
    /// <summary>Whether the host knows the addresses of its users.</summary>
    public bool CanBeSent => contacts is not null;

    /// <summary>Whether the inviter is a person who can be told. A system reads no mail, and a request to join has no inviter.</summary>
    public bool CanBeSentTo(Invitation invitation) => CanBeSent && invitation is { IsFromSystem: false, InvitedBy.Length: > 0 };

    /// <summary>The notice that somebody has accepted, or null where nobody is told.</summary>
    public Delivery? Accepted(Invitation accepted, TenantSettings settings, DateTimeOffset now) => !settings.Notices.Accepted || !CanBeSentTo(accepted) ? null : new()
    {
        Id = TimeOrderedId.At(now),
        Tenant = accepted.Tenant,
        InvitationId = accepted.Id,
        SecretVersion = accepted.SecretVersion,
        Channel = DeliveryChannels.Email,
        Purpose = DeliveryPurpose.Accepted,
        CreatedAt = now,
        DueAt = now,
    };

    /// <returns>What the channel is told, or null where the inviter is gone.</returns>
    public async Task<DeliveryContext?> ContextOfAsync(Delivery notice, Invitation invitation, CancellationToken cancellationToken)
    {
        if (contacts is null)
            return null;
        var asked = new InviterContactContext { Tenant = invitation.Tenant, UserId = invitation.InvitedBy, Purpose = notice.Purpose };
        if (await contacts.FindAsync(asked, cancellationToken).ConfigureAwait(false) is not { } contact)
            return null;
        return new(notice, invitation)
        {
            Recipient = new() { Email = contact.Email, UserId = invitation.InvitedBy },
            Language = contact.Language,
            Failed = notice.Purpose is DeliveryPurpose.DeliveryFailed
                ? await FindFailedAsync(notice, invitation, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private async Task<Delivery?> FindFailedAsync(Delivery notice, Invitation invitation, CancellationToken cancellationToken)
    {
        var known = await deliveries.ListAsync(invitation.Tenant, invitation.Id, cancellationToken).ConfigureAwait(false);
        return known.LastOrDefault(delivery =>
            delivery.Status is DeliveryStatus.Failed && !delivery.Purpose.IsNotice() && delivery.SecretVersion == notice.SecretVersion);
    }
}
