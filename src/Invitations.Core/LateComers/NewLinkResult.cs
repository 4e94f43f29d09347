namespace Invitations;

/// <summary>Whether a request for a new link was passed on. For the log of the host; whoever asks gets the same answer in any case.</summary>
public sealed class NewLinkResult
{
    internal NewLinkResult(InvitationError? error) => Errors = error is null ? [] : [error];

    /// <summary>Whether it was passed on.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Why not. Empty if it was passed on.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
