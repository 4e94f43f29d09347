namespace Invitations;

/// <summary>What follows from the purpose of a delivery.</summary>
internal static class DeliveryPurposes
{
    /// <summary>Whether it is a notice to the inviter, without a secret.</summary>
    public static bool IsNotice(this DeliveryPurpose purpose) => purpose is DeliveryPurpose.Accepted or DeliveryPurpose.DeliveryFailed;

    /// <summary>Whether a delivery is still to be sent: its secret is the present one and opens something; or the acceptance that it tells of is still known.</summary>
    public static bool IsWanted(this DeliveryPurpose purpose, Delivery delivery, Invitation invitation, DateTimeOffset now) => purpose is DeliveryPurpose.Accepted
        ? invitation is { Status: InvitationStatus.Accepted, AnonymizedAt: null }
        : invitation.SecretVersion == delivery.SecretVersion && invitation.StatusAt(now) is InvitationStatus.Pending;
}
