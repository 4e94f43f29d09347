namespace Invitations;

/// <summary>What accepting led to.</summary>
public sealed class AcceptResult : RedemptionResult
{
    internal AcceptResult(Acceptance acceptance) => Acceptance = acceptance;

    internal AcceptResult(IReadOnlyList<InvitationError> errors)
        : base(errors)
    {
    }

    /// <summary>What was accepted, or null.</summary>
    public Acceptance? Acceptance { get; }
}
