namespace Invitations;

/// <summary>Adds a group where all conditions hold. Several rules may add the same group.</summary>
public sealed record DynamicGroupRule
{
    /// <summary>The id of the group.</summary>
    public required string Group { get; init; }

    /// <summary>The conditions, at least one; all must hold.</summary>
    public required IReadOnlyList<DynamicGroupCondition> Conditions { get; init; }

    /// <summary>Whether guests get the group too. The default value is <see langword="false"/>: a guest sees only the groups of the invitation.</summary>
    public bool IncludesGuests { get; init; }

    /// <summary>
    /// Whether what people fill in about themselves counts. The default value is <see langword="false"/>: only what the inviter said counts, so that nobody
    /// writes themselves into a group.
    /// </summary>
    public bool CountsWhatPeopleFillIn { get; init; }
}
