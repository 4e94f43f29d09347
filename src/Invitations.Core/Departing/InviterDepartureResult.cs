namespace Invitations;

/// <summary>What became of the open invitations of somebody who left.</summary>
public sealed class InviterDepartureResult
{
    internal InviterDepartureResult(params IReadOnlyList<InvitationError> errors) => Errors = errors;

    /// <summary>What was done with them.</summary>
    public InviterDepartureAction Action { get; init; }

    /// <summary>How many were revoked or handed over.</summary>
    public int Changed { get; init; }

    /// <summary>Those that were to change and stayed as they were, each with its reasons: the successor, or the actor, could not make them.</summary>
    public IReadOnlyList<InviterDepartureRefusal> Refused { get; init; } = [];

    /// <summary>What to pass as <see cref="InviterDeparture.Cursor"/> to go on, or null where all have been looked at.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Why nothing was done at all: the actor may not, there is no successor, or the cursor is mangled. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
