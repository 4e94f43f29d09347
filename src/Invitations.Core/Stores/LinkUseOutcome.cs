namespace Invitations.Stores;

/// <summary>What became of a <see cref="LinkUseRequest"/>.</summary>
public enum LinkUseOutcome
{
    /// <summary>It was taken: the count went up by one, and the row is there.</summary>
    Taken,

    /// <summary>The user, or the attempt, has a use of the link already. Nothing changed.</summary>
    UsedBefore,

    /// <summary>The link is gone, off, expired, at its cap, or has another version. Nothing changed.</summary>
    Unusable,
}
