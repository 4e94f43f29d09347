namespace Invitations;

/// <summary>The link and the code of an invitation, or why they are not shown.</summary>
public sealed class ShowSecretResult
{
    internal ShowSecretResult(RevealedSecrets secrets) => Secrets = secrets;

    internal ShowSecretResult(IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether they are shown.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The secrets, or null.</summary>
    public RevealedSecrets? Secrets { get; }

    /// <summary>Every reason why not. Empty if they are shown.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];
}
