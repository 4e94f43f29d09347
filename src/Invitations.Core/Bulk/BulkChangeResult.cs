namespace Invitations;

/// <summary>What became of a change of many invitations.</summary>
public sealed class BulkChangeResult
{
    internal BulkChangeResult(BulkChangeProgress counts, IReadOnlyDictionary<string, int> skipped, IReadOnlyList<InvitationError>? errors = null)
    {
        Counts = counts;
        Skipped = skipped;
        Errors = errors ?? [];
    }

    /// <summary>Whether the actor could begin at all. Single invitations may have been skipped all the same.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>How many invitations were looked at, changed, right as they were, and skipped.</summary>
    public BulkChangeProgress Counts { get; }

    /// <summary>How many invitations were skipped, by the code of the first reason (see <see cref="InvitationErrorCodes"/>).</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; }

    /// <summary>Why nothing was done at all: the actor is unknown or may not administer invitations. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
