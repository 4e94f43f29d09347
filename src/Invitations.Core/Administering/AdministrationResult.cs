namespace Invitations;

/// <summary>What became of a change to an invitation.</summary>
public sealed class AdministrationResult
{
    internal AdministrationResult(Invitation invitation) => Invitation = invitation;

    internal AdministrationResult(IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The invitation as it is now, or null.</summary>
    public Invitation? Invitation { get; }

    /// <summary>Every reason why not. Empty if it was done.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];
}
