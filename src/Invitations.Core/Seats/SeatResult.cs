namespace Invitations;

/// <summary>Whether seats were taken.</summary>
public sealed class SeatResult
{
    internal SeatResult(params IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether all of them were taken.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Why none was: <c>seats.exceeded</c>. Empty if it succeeded.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
