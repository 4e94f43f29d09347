namespace Invitations;

/// <summary>One call: who acts, whose invitations, and who takes them over, where somebody does.</summary>
internal sealed record DepartureOrder(OperationContext Actor, string UserId, InviterDepartureAction Action, OperationContext? Successor)
{
    public string Name => Action is InviterDepartureAction.Revoke ? "revoke" : "hand_over";

    public AuditAction AuditAction => Action is InviterDepartureAction.Revoke ? AuditAction.Revoked : AuditAction.HandedOver;

    public InvitationEventKind Event => Action is InviterDepartureAction.Revoke ? InvitationEventKind.Revoked : InvitationEventKind.HandedOver;

    /// <summary>What awaits approval needs nobody else to answer for it: whoever approves it will.</summary>
    public IReadOnlyCollection<InvitationStatus> Statuses => Action is InviterDepartureAction.Revoke
        ? [InvitationStatus.Draft, InvitationStatus.AwaitingApproval, InvitationStatus.Pending]
        : [InvitationStatus.Draft, InvitationStatus.Pending];
}
