namespace Invitations;

/// <summary>What became of an answer to one request.</summary>
public sealed class ApprovalResult
{
    internal ApprovalResult(Guid invitationId, Invitation invitation)
    {
        InvitationId = invitationId;
        Invitation = invitation;
    }

    internal ApprovalResult(Guid invitationId, IReadOnlyList<InvitationError> errors)
    {
        InvitationId = invitationId;
        Errors = errors;
    }

    /// <summary>The invitation that was asked about.</summary>
    public Guid InvitationId { get; }

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The invitation as it is now, or null.</summary>
    public Invitation? Invitation { get; }

    /// <summary>Every reason why not. Empty if it was done.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];

    /// <summary>The id and the codes.</summary>
    public override string ToString() => $"{InvitationId}: {(Succeeded ? "done" : string.Join(", ", Errors.Select(error => error.Code)))}";
}
