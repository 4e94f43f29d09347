namespace Invitations;

/// <summary>What declining led to. Declining again is no error.</summary>
public sealed class DeclineResult : RedemptionResult
{
    internal DeclineResult()
    {
    }

    internal DeclineResult(InvitationError error)
        : base([error])
    {
    }
}
