namespace Invitations;

/// <summary>One call: the same answer to every request of it.</summary>
/// <param name="Context">Who answers, and what they may do.</param>
/// <param name="IsYes">Yes or no.</param>
/// <param name="Reason">Why not, cleaned, or null.</param>
internal sealed record ApprovalAnswer(OperationContext Context, bool IsYes, string? Reason)
{
    public string Name => IsYes ? "approve" : "refuse_approval";

    public AuditAction Action => IsYes ? AuditAction.Approved : AuditAction.ApprovalRefused;

    /// <summary>What refuses is taken back: it asks for no more than that.</summary>
    public InvitationOperation Operation => IsYes ? InvitationOperation.Approve : InvitationOperation.Revoke;
}
