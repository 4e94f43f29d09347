namespace Invitations;

/// <summary>What became of making or changing a link.</summary>
public sealed class LinkResult
{
    internal LinkResult(InvitationLink link) => Link = link;

    internal LinkResult(IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The link as it is now, without its token, or null.</summary>
    public InvitationLink? Link { get; }

    /// <summary>Every reason why not. Empty if it was done.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];
}
