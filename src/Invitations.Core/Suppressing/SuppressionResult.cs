namespace Invitations;

/// <summary>An entry of the list of suppressed addresses, or why there is none.</summary>
public sealed class SuppressionResult
{
    internal SuppressionResult(Suppression? suppression) => Suppression = suppression;

    internal SuppressionResult(IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The entry that was added, found or removed. Null where it was refused, and where an address that was looked for is not suppressed.</summary>
    public Suppression? Suppression { get; }

    /// <summary>Every reason why not. Empty if it was done.</summary>
    public IReadOnlyList<InvitationError> Errors { get; } = [];
}
