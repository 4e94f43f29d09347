namespace Invitations;

/// <summary>Whether a request to join was taken. It does not say what becomes of it.</summary>
public sealed class JoinRequestResult
{
    internal JoinRequestResult(params IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether it was taken.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Every reason why not; all of them may be shown to the person. Empty if it was taken.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
