namespace Invitations;

/// <summary>Which status may follow which.</summary>
public static class InvitationLifecycle
{
    /// <summary>Whether an invitation may go from one status to another. Accepted, Declined and Revoked lead nowhere.</summary>
    /// <param name="from">The status it has.</param>
    /// <param name="to">The status it would get.</param>
    public static bool CanMove(InvitationStatus from, InvitationStatus to) => (from, to) switch
    {
        (InvitationStatus.Draft, InvitationStatus.Pending or InvitationStatus.AwaitingApproval or InvitationStatus.Revoked) => true,
        (InvitationStatus.AwaitingApproval, InvitationStatus.Pending or InvitationStatus.Revoked or InvitationStatus.Expired) => true,
        (InvitationStatus.Pending, InvitationStatus.Pending) => true,
        (InvitationStatus.Pending, InvitationStatus.Accepted or InvitationStatus.Declined or InvitationStatus.Revoked or InvitationStatus.Expired) => true,
        (InvitationStatus.Expired, InvitationStatus.Pending or InvitationStatus.Revoked) => true,
        _ => false,
    };

    /// <summary>Whether an invitation of this status holds its address: nobody else can be invited under it in the tenant.</summary>
    /// <param name="status">The status stored.</param>
    public static bool IsOpen(InvitationStatus status) =>
        status is InvitationStatus.Draft or InvitationStatus.AwaitingApproval or InvitationStatus.Pending;
}
