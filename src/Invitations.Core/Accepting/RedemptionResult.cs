using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>What a token or a code led to.</summary>
public abstract class RedemptionResult
{
    private protected RedemptionResult(IReadOnlyList<InvitationError>? errors = null) => Errors = errors ?? [];

    /// <summary>Whether it worked.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Why not, exactly. For the host and for somebody who is signed in as the invited person. Empty if it worked.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }

    /// <summary>
    /// Why not, for strangers: unknown, used, revoked, declined, superseded and expired are one and the same <c>invitation.unavailable</c>, so
    /// that nobody learns anything by trying. Null if it worked.
    /// </summary>
    [SuppressMessage("Design", "CA1024", Justification = "A property of the result.")]
    public InvitationError? PublicError => Errors.Count == 0 ? null : PublicErrors.Of(Errors[0]);
}
