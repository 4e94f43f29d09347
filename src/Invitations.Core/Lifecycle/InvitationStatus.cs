namespace Invitations;

/// <summary>Where an invitation is in its life.</summary>
public enum InvitationStatus
{
    /// <summary>Reserved: nothing makes one. A row that is staged in a batch is no invitation yet (see <see cref="IInvitationBatches"/>).</summary>
    Draft,

    /// <summary>Made by somebody whose invitations need an admin's yes; its secret is not valid yet.</summary>
    AwaitingApproval,

    /// <summary>Open: can be accepted until it expires.</summary>
    Pending,

    /// <summary>Accepted. Final.</summary>
    Accepted,

    /// <summary>Declined by the recipient. Final.</summary>
    Declined,

    /// <summary>Taken back by the tenant. Final.</summary>
    Revoked,

    /// <summary>Past its expiry. Only a reinvite leads back to <see cref="Pending"/>.</summary>
    Expired,
}
