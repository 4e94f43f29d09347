namespace Invitations;

/// <summary>Where an invitation is in its life.</summary>
public enum InvitationStatus
{
    /// <summary>Staged in a batch; nothing has been sent and its secret is not valid yet.</summary>
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
